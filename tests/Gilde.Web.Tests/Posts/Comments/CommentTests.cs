using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Tests.Conversations;

namespace Gilde.Web.Tests.Posts.Comments;

/// <summary>Commenting: two levels, who may, what is told to whom.</summary>
public class CommentTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Whoever_answers_an_answer_stands_beside_it(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        var first = await bert.Comment(post, "Welche Firma?");
        var answer = await anna.Comment(post, "Die aus Altena", first);
        var beside = await bert.Comment(post, "Danke", answer);
        Assert.Equal(first, (await server.CommentRow(beside)).ParentId);
        Assert.Equal(["Welche Firma?", "Die aus Altena", "Danke"], await anna.Said(post));
        Assert.Equal(3, (await server.Row(post)).Comments);
        Assert.Equal("3 comments", await anna.Heading(post));
        var told = await server.Db(db => db.Events.AsNoTracking().Where(e => e.Kind == EventKinds.CommentWritten && e.ParentId == post).OrderBy(e => e.Id).Select(e => new { e.ActorId, e.TargetId, e.ObjectId }).ToListAsync());
        Assert.Equal([new { ActorId = (long?)bert.Id, TargetId = (long?)anna.Id, ObjectId = (long?)first }, new { ActorId = (long?)anna.Id, TargetId = (long?)bert.Id, ObjectId = (long?)answer }, new { ActorId = (long?)bert.Id, TargetId = (long?)anna.Id, ObjectId = (long?)beside }], told);
    }

    [Theory]
    [BothDatabases(ReplyControl.Everyone, true, true, true)]
    [BothDatabases(ReplyControl.Members, true, true, true)]
    [BothDatabases(ReplyControl.Contacts, true, true, false)]
    [BothDatabases(ReplyControl.Nobody, true, false, false)]
    public async Task The_author_says_who_may_comment(DatabaseKind kind, ReplyControl replies, bool author, bool contact, bool stranger)
    {
        var (server, anna, bert) = await Two(kind);
        var carl = await server.Member("Carl Fremd");
        await server.Connect(anna, bert);
        var post = await server.Post(anna, replies: replies);
        foreach (var (member, may) in new[] { (anna, author), (bert, contact), (carl, stranger) })
        {
            using var answer = await member.TryComment(post, "Darf ich?");
            Assert.Equal(may ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(may, (await member.Client.Page($"/posts/{post}/comments")).QuerySelector(".talk-form") is not null);
        }
    }

    [Theory, BothDatabases]
    public async Task A_closed_talk_and_an_archived_group_take_no_comments(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var group = await server.GroupOf(anna, GroupKind.Closed, bert);
        var (locked, archived) = (await server.Post(anna), await server.Post(anna, group: group));
        var comment = await bert.Comment(archived, "Noch offen");
        await server.Change(locked, p => p.LockedAt = p.PublishedAt);
        await server.Db(async db => { (await db.Groups.SingleAsync(g => g.Id == group)).ArchivedAt = server.Clock.GetCurrentInstant(); await db.SaveChangesAsync(); });
        foreach (var (post, words) in new[] { (locked, "closed"), (archived, "archived") })
        {
            using var refused = await anna.TryComment(post, "Noch etwas");
            Assert.Contains(words, (await refused.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".talk-closed")!.TextContent);
        }
        using var edited = await bert.Client.Submit($"/comments/{comment}/edit", ("text", "Anders"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, edited.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit($"/comments/{comment}/remove")).StatusCode);
        await anna.Client.SubmitOk($"/comments/{comment}/react", ("kind", "like"));
        Assert.Equal((0, "Noch offen"), ((await server.CommentRow(comment)).Likes, (await server.CommentRow(comment)).Text));
        // One's own words one takes away at any time.
        await bert.Client.SubmitOk($"/comments/{comment}/remove");
    }

    [Theory, BothDatabases]
    public async Task In_a_group_its_members_comment_and_others_who_may_read_do_not(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var carl = await server.Member("Carl Fremd");
        var open = await server.Post(anna, group: await server.GroupOf(anna, GroupKind.Open, bert));
        var secret = await server.Post(anna, group: await server.GroupOf(anna, GroupKind.Secret, bert));
        await bert.Comment(open, "Gern");
        using (var refused = await carl.TryComment(open, "Ich auch"))
            Assert.Contains("Only members of the group", (await refused.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".talk-closed")!.TextContent);
        using var missing = await carl.TryComment(secret, "Ich auch");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_is_no_comment_comes_back_with_the_words_that_were_typed(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var post = await server.Post(anna);
        var comment = await bert.Comment(post, "Frage");
        var tooLong = new string('x', Comment.MaxText + 1);
        using (var answer = await bert.TryComment(post, tooLong))
        {
            var page = await answer.Document(HttpStatusCode.UnprocessableEntity);
            Assert.Equal(tooLong, page.QuerySelector("textarea")!.TextContent.Trim());
            Assert.Contains("5001 of at most 5000", page.QuerySelector(".field-error")!.TextContent.Replace(",", "").Replace(".", ""));
        }
        using (var answer = await bert.TryComment(post, " \n ", comment)) Assert.NotNull((await answer.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector($"turbo-frame#answer-{comment} form .field-error"));
        using (var answer = await bert.TryComment(post, "Auf nichts", 987654321)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var elsewhere = await server.Post(anna);
        using (var answer = await bert.TryComment(elsewhere, "Auf anderes", comment)) Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, (await server.Row(post)).Comments);
    }

    [Theory, BothDatabases]
    public async Task Who_is_named_is_told_once_if_they_may_read_it(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (carl, dora) = (await server.Member("Carl Fremd"), await server.Member("Dora Kontakt"));
        await server.Connect(anna, bert, dora);
        var post = await server.Post(anna, PostAudience.Contacts);
        var comment = await bert.Comment(post, $"@{dora.Handle} und @{carl.Handle} und @niemand-da und @{bert.Handle}");
        Assert.Equal([dora.Id], await Named(server, comment));
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", $"@{dora.Handle} und @{anna.Handle}"));
        Assert.Equal([dora.Id, anna.Id], await Named(server, comment));
        Assert.Equal($"/@{dora.Handle}", (await anna.Client.Page($"/posts/{post}/comments")).QuerySelector(".comment .prose a")!.GetAttribute("href"));
    }

    [Theory, BothDatabases]
    public async Task Too_many_comments_a_minute_are_refused_with_a_sentence_and_the_text_kept(DatabaseKind kind)
    {
        var settings = (await Databases.New(kind)) with { CommentsPerMinute = 3 };
        await using var server = await GildeServer.Start(settings);
        var anna = await server.Member();
        var post = await server.Post(anna);
        for (var n = 0; n < 3; n++) await anna.Comment(post, $"{n}");
        using var answer = await anna.TryComment(post, "Und noch einer");
        var page = await answer.Document(HttpStatusCode.TooManyRequests);
        Assert.True(answer.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal("Und noch einer", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("a lot in a short time", page.QuerySelector(".field-error")!.TextContent);
        Assert.Equal(3, (await server.Row(post)).Comments);
    }

    [Theory, BothDatabases]
    public async Task Visitors_read_what_was_said_to_a_public_post_and_are_asked_to_sign_in(DatabaseKind kind)
    {
        var (server, anna, bert) = await Two(kind);
        var (open, inside) = (await server.Post(anna, PostAudience.Everyone), await server.Post(anna));
        await bert.Comment(open, "Von innen");
        var page = await server.Client().Page($"/posts/{open}/comments");
        Assert.Equal("Von innen", page.QuerySelector(".comment .prose")!.TextContent.Trim());
        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector(".talk-closed a[href^='/signin']"));
        await server.Client().Page($"/posts/{inside}/comments", HttpStatusCode.NotFound);
        await server.Db(async db => { (await db.Members.SingleAsync(m => m.Id == bert.Id)).ClosedAt = server.Clock.GetCurrentInstant(); await db.SaveChangesAsync(); });
        Assert.Empty(await server.Client().Said($"/posts/{open}/comments"));
    }

    private static Task<List<long>> Named(GildeServer server, long comment) => server.Db(db =>
        db.Events.AsNoTracking().Where(e => e.Kind == EventKinds.Mentioned && e.ParentId == comment).OrderBy(e => e.Id).Select(e => e.TargetId!.Value).ToListAsync());

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert)> Two(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
    }
}
