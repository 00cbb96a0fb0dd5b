using System.Text.Json;
using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Follows;
using Gilde.Web.Groups;
using Gilde.Web.Notifications;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Tests.Notifications;

/// <summary>What members do that others are told of, as the operations write it: the row and its event in one transaction.</summary>
internal static class Tellings
{
    public static Task<long> Post(this GildeServer server, TestMember author, string text = "Wer hat Erfahrung mit Ziehsteinen aus Diamant?", PostAudience audience = PostAudience.Members, long? group = null, long? shared = null) =>
        server.Db(async db =>
        {
            var post = new Post { AuthorId = author.Id, Text = text, Audience = audience, GroupId = group, SharedId = shared, Kind = shared is null ? PostKind.Post : PostKind.Share, PublishedAt = server.Clock.GetCurrentInstant() };
            db.Add(post);
            await db.SaveChangesAsync();
            return post.Id;
        });

    public static Task React(this GildeServer server, TestMember actor, TestMember author, long post, ReactionKind kind = ReactionKind.Like) => server.Do(db =>
    {
        db.Add(new Reaction { PostId = post, MemberId = actor.Id, Kind = kind, At = server.Clock.GetCurrentInstant() });
        db.Record(server.Clock, EventKinds.PostReacted, actor.Id, author.Id, post);
    });

    public static Task<long> Comment(this GildeServer server, TestMember actor, TestMember answered, long post, long? parent = null, string text = "Wir ziehen damit seit Jahren.", TestMember? named = null) => server.Db(async db =>
    {
        var comment = new Comment { PostId = post, ParentId = parent, AuthorId = actor.Id, Text = text, At = server.Clock.GetCurrentInstant() };
        return await db.Atomically(async () =>
        {
            db.Add(comment);
            await db.SaveChangesAsync();
            db.Record(server.Clock, EventKinds.CommentWritten, actor.Id, answered.Id, comment.Id, post);
            if (named is not null) db.Record(server.Clock, EventKinds.Mentioned, actor.Id, named.Id, post, comment.Id);
            await db.SaveChangesAsync();
            return comment.Id;
        });
    });

    public static Task Mention(this GildeServer server, TestMember actor, TestMember named, long post, long? comment = null) =>
        server.Do(db => db.Record(server.Clock, EventKinds.Mentioned, actor.Id, named.Id, post, comment));

    public static Task Follow(this GildeServer server, TestMember actor, TestMember followed) => server.Do(db =>
    {
        db.Add(new MemberFollow { FollowerId = actor.Id, FollowedId = followed.Id, At = server.Clock.GetCurrentInstant() });
        db.Record(server.Clock, EventKinds.MemberFollowed, actor.Id, followed.Id);
    });

    /// <summary>A group of the owner's; its address.</summary>
    public static Task<string> Circle(this GildeServer server, TestMember owner, GroupKind kind) => server.Db(async db =>
    {
        var group = new Group { Slug = $"rohre-{Guid.NewGuid():N}"[..20], Name = "Rohre", Kind = kind, CreatedById = owner.Id, CreatedAt = server.Clock.GetCurrentInstant(), Members = 1 };
        db.Add(group);
        await db.SaveChangesAsync();
        db.Add(new GroupMember { GroupId = group.Id, MemberId = owner.Id, Role = GroupRole.Owner, JoinedAt = group.CreatedAt });
        await db.SaveChangesAsync();
        return group.Slug;
    });

    public static async Task Do(this GildeServer server, Action<GildeDb> work) => await server.Db(async db =>
    {
        work(db);
        await db.SaveChangesAsync();
    });

    /// <summary>Waits until everything that has happened was told.</summary>
    public static Task Told(this GildeServer server) => Eventually.Is(() => server.Db(async db =>
    {
        var last = await db.Events.OrderByDescending(e => e.Transaction).ThenByDescending(e => e.Id).Where(e => e.Kind != EventKinds.Notified).Select(e => new LogPlace(e.Transaction, e.Id)).FirstAsync();
        var position = await db.EventPositions.AsNoTracking().FirstOrDefaultAsync(p => p.Reader == NotificationReader.ReaderName);
        return position is not null && !last.IsAfter(new(position.Transaction, position.EventId));
    }), "the log to be read");

    /// <summary>The stream of a member once everything was told.</summary>
    public static async Task<List<Row>> Stream(this GildeServer server, TestMember member)
    {
        await server.Told();
        return JsonSerializer.Deserialize<List<Row>>(await member.Client.Json("/notifications"), JsonSerializerOptions.Web)!;
    }

    /// <summary>The number on the bell.</summary>
    public static async Task<int> Bell(this TestMember member) => await member.Client.Page("/settings") is var page && page.GetElementById("count-bell") is { } bell && !bell.HasAttribute("hidden") ? int.Parse(bell.TextContent) : 0;

    internal sealed record Row(long Id, string Kind, string Text, string Href, bool IsRead, int Others, string Excerpt);
}
