using AngleSharp.Html.Dom;
using Gilde.Web.Accounts;
using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Moderation;

/// <summary>What tests of moderation do again and again.</summary>
internal static class Reviews
{
    public static Task<TestMember> Moderator(this GildeServer server, string name = "Mona Richter") => server.Member(name, role: MemberRole.Moderator);

    public static Task<long> Post(this GildeServer server, TestMember author, string text, PostAudience audience = PostAudience.Members, long? shares = null) => server.Db(async db =>
    {
        var post = new Post { AuthorId = author.Id, Text = text, Audience = audience, PublishedAt = server.Clock.GetCurrentInstant(), SharedId = shares };
        db.Add(post);
        await db.SaveChangesAsync();
        return post.Id;
    });

    /// <summary>A comment, counted with its post as writing it does.</summary>
    public static Task<long> Comment(this GildeServer server, TestMember author, long post, string text, long? parent = null) => server.Db(async db =>
    {
        var comment = new Comment { PostId = post, ParentId = parent, AuthorId = author.Id, Text = text, At = server.Clock.GetCurrentInstant() };
        db.Add(comment);
        await db.SaveChangesAsync();
        await db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(s => s.SetProperty(p => p.Comments, p => p.Comments + 1));
        return comment.Id;
    });

    public static Task<Post> PostRow(this GildeServer server, long id) => server.Db(db => db.Posts.AsNoTracking().SingleAsync(p => p.Id == id));

    public static Task<Comment> CommentRow(this GildeServer server, long id) => server.Db(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    /// <summary>Whether the viewer is shown a post.</summary>
    public static Task<bool> Sees(this GildeServer server, TestMember viewer, long post) => server.Db(db => db.PostsVisibleTo(new Viewer { Id = viewer.Id }).AnyAsync(p => p.Id == post));

    /// <summary>Reports a thing and returns its case.</summary>
    public static async Task<string> Reported(this GildeServer server, TestMember by, CaseKind kind, long id, string reason = "insult", string explanation = "")
    {
        await by.Client.SubmitOk($"/report/{kind.ToString().ToLowerInvariant()}/{id}", ("reason", reason), ("explanation", explanation));
        return await server.CaseOf(kind, id);
    }

    /// <summary>The address of the newest case about a thing.</summary>
    public static async Task<string> CaseOf(this GildeServer server, CaseKind kind, long id) =>
        "/admin/reports/" + await server.Db(db => db.Cases.Where(c => c.Kind == kind && c.ObjectId == id).MaxAsync(c => c.Id));

    /// <summary>Decides a case, with reasons that need not be repeated in every test.</summary>
    public static Task<string> Decide(this TestMember moderator, string path, Outcome outcome, string facts = "Das verletzt andere.", string? days = null) =>
        moderator.Client.SubmitOk(path, [("outcome", outcome.ToString().ToLowerInvariant()), ("ground", "rules"), ("reference", "Regel 2: Respekt"), ("facts", facts), .. days is null ? Array.Empty<(string, string)>() : [("days", days)]]);

    /// <summary>The case in the queue that shows these words.</summary>
    public static async Task<string> FindCase(this TestMember moderator, string words, string queue = "/admin/reports")
    {
        for (var path = queue; path is not null;)
        {
            var page = await moderator.Client.Page(path);
            if (page.QuerySelectorAll(".case").FirstOrDefault(c => c.TextContent.Contains(words)) is { } row) return ((IHtmlAnchorElement)row.QuerySelector("a")!).GetAttribute("href")!;
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Fail("no case of " + words);
        return "";
    }

    /// <summary>Where the form of the open appeal on a case posts to.</summary>
    public static async Task<string> AppealOn(this TestMember moderator, string path) =>
        (await moderator.Client.Page(path)).QuerySelector("form[action^='/admin/appeals/']")!.GetAttribute("action")!;

    /// <summary>Erases a member at once, as happens a week after they leave.</summary>
    public static async Task Erase(this GildeServer server, long member)
    {
        await using var scope = server.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<EraseMember>().Execute(null, member));
    }
}
