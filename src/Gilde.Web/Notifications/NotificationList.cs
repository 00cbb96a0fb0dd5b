using System.Globalization;
using Gilde.Web.Contacts;
using Gilde.Web.Posts;

namespace Gilde.Web.Notifications;

/// <summary>The stream of a member, newest first, page by page.</summary>
public static class NotificationList
{
    public const int PageSize = 20;

    public static async Task<NotificationsFound> Load(GildeDb db, Viewer viewer, string? after, CancellationToken stop)
    {
        var mine = db.NotificationsOf(viewer);
        if (Position(after) is var (at, id)) mine = mine.Where(n => n.At < at || (n.At == at && n.Id < id));
        var rows = await Rows(db, viewer, mine.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(PageSize + 1), stop);
        return rows.Count <= PageSize ? new(rows, null) : new(rows[..PageSize], Cursor(rows[PageSize - 1]));
    }

    /// <summary>Those of the viewer's notifications as rows; they must hold for them.</summary>
    internal static async Task<List<NotificationRow>> Rows(GildeDb db, Viewer viewer, IQueryable<Notification> notifications, CancellationToken stop)
    {
        var facts = await WithGroups(db, viewer, await WithReactions(db, await db.FactsOf(notifications).ToListAsync(stop), stop), stop);
        var ids = facts.Select(f => f.Id).ToList();
        var doings = (await db.NamedIn(ids, facts.Select(f => f.NewestId).ToList()).AsNoTracking().ToListAsync(stop)).ToDictionary(a => (a.NotificationId, a.ActorId));
        var people = await db.PeopleBehind(viewer, [.. facts.SelectMany(f => new[] { f.NewestId, f.SecondId ?? 0 }).Distinct()], stop);
        var words = await ExcerptsOf(db, facts, stop);
        return facts.Where(f => people.ContainsKey(f.NewestId)).Select(f => Row(viewer, f, people, doings.GetValueOrDefault((f.Id, f.NewestId)), words)).ToList();
    }

    private static NotificationRow Row(Viewer viewer, NotificationFacts f, IReadOnlyDictionary<long, Person> people, NotificationActor? doing, Excerpts words)
    {
        var (newest, second) = (people[f.NewestId], people.GetValueOrDefault(f.SecondId ?? 0));
        return new(f.Id, f.Kind, NotificationWords.Sentence(viewer.T, f, newest.Name, second?.Name), NotificationAddresses.Of(f, newest, doing), f.At, f.IsRead)
        {
            Newest = newest, Others = f.People - 1, Excerpt = words.Of(f),
        };
    }

    /// <summary>A single one who did not simply like it is said to have reacted as they did.</summary>
    private static async Task<List<NotificationFacts>> WithReactions(GildeDb db, List<NotificationFacts> facts, CancellationToken stop)
    {
        var single = facts.Where(f => f is { People: 1, IsMoreThanLiked: true }).ToLookup(f => f.Kind);
        if (single.Count == 0) return facts;
        var (posts, comments) = (single[NotificationKind.PostReacted].ToList(), single[NotificationKind.CommentReacted].ToList());
        var reactions = await db.ReactionFacts([.. posts.Select(f => f.SubjectId)], [.. comments.Select(f => f.SubjectId)], [.. posts.Concat(comments).Select(f => f.NewestId)], stop);
        return facts.ConvertAll(f => f with { Reaction = reactions.FirstOrDefault(r => r.Kind == f.Kind && r.SubjectId == f.SubjectId && r.MemberId == f.NewestId)?.Reaction ?? ReactionKind.Like });
    }

    private static async Task<List<NotificationFacts>> WithGroups(GildeDb db, Viewer viewer, List<NotificationFacts> facts, CancellationToken stop)
    {
        var ids = facts.Where(f => f.Kind.Topic() == NotificationTopic.Groups).Select(f => f.SubjectId).Distinct().ToList();
        if (ids.Count == 0) return facts;
        var groups = await db.GroupFacts(viewer, ids).ToDictionaryAsync(g => g.Id, stop);
        return facts.Where(f => f.Kind.Topic() != NotificationTopic.Groups || groups.ContainsKey(f.SubjectId)).Select(f => f with { Group = groups.GetValueOrDefault(f.SubjectId) }).ToList();
    }

    private static async Task<Excerpts> ExcerptsOf(GildeDb db, List<NotificationFacts> facts, CancellationToken stop)
    {
        var posts = facts.Select(f => f.PostId).OfType<long>().Distinct().ToList();
        var comments = facts.Where(f => f.Kind is NotificationKind.CommentReacted or NotificationKind.CommentAnswered).Select(f => f.SubjectId).ToList();
        return new(
            posts.Count == 0 ? [] : await db.BeginningsOfPosts(posts).ToDictionaryAsync(p => p.Id, p => p.Words, stop),
            comments.Count == 0 ? [] : await db.BeginningsOfComments(comments).ToDictionaryAsync(c => c.Id, c => c.Words, stop));
    }

    private static string Cursor(NotificationRow last) => string.Create(CultureInfo.InvariantCulture, $"{last.At.ToUnixTimeTicks() / 10}-{last.Id}");

    private static (Instant At, long Id)? Position(string? after) =>
        after?.Split('-') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var micros) && micros is > 0 and < 1L << 52 && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? (Instant.FromUnixTimeTicks(micros * 10), number)
            : null;
}

/// <summary>The first words of the posts and comments of a page of rows.</summary>
internal sealed record Excerpts(Dictionary<long, string> Posts, Dictionary<long, string> Comments)
{
    private const int Length = 90;

    public string Of(NotificationFacts f) => f.Kind switch
    {
        NotificationKind.CommentReacted or NotificationKind.CommentAnswered => Cut(Comments.GetValueOrDefault(f.SubjectId)),
        _ => Cut(Posts.GetValueOrDefault(f.PostId ?? 0)),
    };

    private static string Cut(string? markdown)
    {
        var text = Markdown.ToText(markdown ?? "");
        if (text.Length <= Length) return text;
        var cut = Formats.VisibleText.Cut(text, Length);
        // Between words, where there is a gap near enough.
        return (cut.LastIndexOf(' ') is > Length / 2 and var gap ? cut[..gap] : cut) + "…";
    }
}
