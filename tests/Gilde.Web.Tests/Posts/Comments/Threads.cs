using System.Text.Json;
using Gilde.Web.Follows;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;

namespace Gilde.Web.Tests.Posts.Comments;

/// <summary>What tests of comments do again and again.</summary>
internal static class Threads
{
    public static Task<long> Post(this GildeServer server, TestMember author, PostAudience audience = PostAudience.Members, ReplyControl replies = ReplyControl.Everyone, long? group = null, string text = "Ziehsteine aus Diamant") => server.Db(async db =>
    {
        var post = new Post { AuthorId = author.Id, Kind = PostKind.Post, Text = text, Audience = group is null ? audience : PostAudience.Group, GroupId = group, Replies = replies, PublishedAt = server.Clock.GetCurrentInstant() };
        db.Add(post);
        await db.SaveChangesAsync();
        return post.Id;
    });

    public static Task<long> GroupOf(this GildeServer server, TestMember owner, GroupKind kind, params TestMember[] members) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        var group = new Group { Slug = $"g{Guid.NewGuid():N}", Name = "Draht und Kabel", Kind = kind, CreatedById = owner.Id, CreatedAt = now, ActiveAt = now };
        db.Add(group);
        await db.SaveChangesAsync();
        foreach (var member in members.Prepend(owner)) db.Add(new GroupMember { GroupId = group.Id, MemberId = member.Id, Role = member == owner ? GroupRole.Owner : GroupRole.Member, JoinedAt = now });
        await db.SaveChangesAsync();
        return group.Id;
    });

    public static Task Change(this GildeServer server, long post, Action<Post> change) => server.Db(async db =>
    {
        change(await db.Posts.SingleAsync(p => p.Id == post));
        await db.SaveChangesAsync();
    });

    public static Task Mute(this GildeServer server, TestMember one, TestMember other) => server.Db(async db =>
    {
        db.Add(new Mute { MemberId = one.Id, MutedId = other.Id, At = server.Clock.GetCurrentInstant() });
        await db.SaveChangesAsync();
    });

    /// <summary>Comments, and returns the comment's id.</summary>
    public static async Task<long> Comment(this TestMember member, long post, string text, long? parent = null)
    {
        var path = await member.Client.SubmitOk($"/posts/{post}/comments", [("text", text), .. parent is { } p ? new[] { ("parent", $"{p}") } : []]);
        return long.Parse(path.Split('-')[^1]);
    }

    public static Task<HttpResponseMessage> TryComment(this TestMember member, long post, string text, long? parent = null) =>
        member.Client.Submit($"/posts/{post}/comments", [("text", text), .. parent is { } p ? new[] { ("parent", $"{p}") } : []]);

    /// <summary>The words of a thread as its page shows them, in their order.</summary>
    public static async Task<List<string>> Said(this HttpClient client, string path) =>
        (await client.Page(path)).QuerySelectorAll(".comment .prose, .comment-gone").Select(c => c.TextContent.Trim()).ToList();

    public static Task<List<string>> Said(this TestMember member, long post) => member.Client.Said($"/posts/{post}/comments");

    public static async Task<string> Heading(this TestMember member, long post) => (await member.Client.Page($"/posts/{post}/comments")).QuerySelector("#comments h2")!.TextContent.Trim();

    public static async Task<JsonElement> Thread(this HttpClient client, string path) => JsonDocument.Parse(await client.Json(path)).RootElement;

    public static Task<Post> Row(this GildeServer server, long post) => server.Db(db => db.Posts.AsNoTracking().SingleAsync(p => p.Id == post));

    public static Task<Comment> CommentRow(this GildeServer server, long comment) => server.Db(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == comment));

    /// <summary>Many comments at once, written straight into the tables: so many of the first level, so many answers in turn below the first ones.</summary>
    public static Task Fill(this GildeServer server, long post, IReadOnlyList<TestMember> people, int comments, int answers, int answered) => server.Db(db => db.Atomically(async () =>
    {
        var now = server.Clock.GetCurrentInstant();
        var first = Enumerable.Range(0, comments).Select(n => new Comment { PostId = post, AuthorId = people[n % people.Count].Id, Text = $"Kommentar {n}", At = now }).ToList();
        db.AddRange(first);
        await db.SaveChangesAsync();
        db.AddRange(Enumerable.Range(0, answers).Select(n => new Comment { PostId = post, ParentId = first[n % answered].Id, AuthorId = people[n % people.Count].Id, Text = $"Antwort {n}", At = now }));
        await db.SaveChangesAsync();
        await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Comments, comments + answers));
        return 0;
    }));
}
