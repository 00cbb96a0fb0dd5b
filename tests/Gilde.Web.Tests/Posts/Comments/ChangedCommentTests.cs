using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Conversations;

namespace Gilde.Web.Tests.Posts.Comments;

/// <summary>Editing, removing, reacting: who may, what stays, what the counts say.</summary>
public class ChangedCommentTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task An_edit_keeps_what_was_said_before_for_all_readers(DatabaseKind kind)
    {
        var (server, anna, bert, _) = await Three(kind);
        var post = await server.Post(anna);
        var comment = await bert.Comment(post, "Erste Fassung");
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", "Zweite Fassung"));
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", "Zweite Fassung"));
        await bert.Client.SubmitOk($"/comments/{comment}/edit", ("text", "Dritte Fassung"));
        Assert.Equal(["Dritte Fassung"], await anna.Said(post));
        Assert.Equal(["Dritte Fassung", "Zweite Fassung", "Erste Fassung"], (await anna.Client.Page($"/comments/{comment}/history")).QuerySelectorAll(".prose").Select(p => p.TextContent.Trim()));
        Assert.Equal("edited", (await anna.Client.Page($"/posts/{post}/comments")).QuerySelector(".comment-head a[href$=history]")!.TextContent);
        using var empty = await bert.Client.Submit($"/comments/{comment}/edit", ("text", ""));
        Assert.NotNull((await empty.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector(".field-error"));
        foreach (var other in new[] { await anna.Client.Submit($"/comments/{comment}/edit", ("text", "Fremd")), await anna.Client.GetAsync($"/comments/{comment}/edit") }) Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_removed_comment_leaves_its_place_while_it_has_answers(DatabaseKind kind)
    {
        var (server, anna, bert, carl) = await Three(kind);
        var post = await server.Post(anna);
        var first = await bert.Comment(post, "Frage");
        var answer = await carl.Comment(post, "Antwort", first);
        await carl.Client.SubmitOk($"/comments/{first}/react", ("kind", "helpful"));
        await bert.Client.SubmitOk($"/comments/{first}/edit", ("text", "Bessere Frage"));
        await bert.Client.SubmitOk($"/comments/{first}/remove");
        Assert.Equal(["This comment was removed.", "Antwort"], await anna.Said(post));
        Assert.Equal("1 comment", await anna.Heading(post));
        Assert.DoesNotContain("Frage", await anna.Client.Json($"/posts/{post}/comments"));
        Assert.DoesNotContain(bert.Handle, await anna.Client.Json($"/posts/{post}/comments"));
        await anna.Client.Page($"/comments/{first}/history", HttpStatusCode.NotFound);
        Assert.Equal((0, 0), await server.Db(async db => (await db.CommentRevisions.CountAsync(r => r.CommentId == first), await db.CommentReactions.CountAsync(r => r.CommentId == first))));
        await carl.Client.SubmitOk($"/comments/{answer}/remove");
        Assert.Empty(await anna.Said(post));
        Assert.Equal(0, (await server.Row(post)).Comments);
        Assert.Equal(HttpStatusCode.NotFound, (await carl.Client.Submit($"/comments/{answer}/remove")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Below_a_removed_comment_all_answers_can_be_read(DatabaseKind kind)
    {
        var (server, anna, bert, carl) = await Three(kind);
        var post = await server.Post(anna);
        var first = await bert.Comment(post, "Frage");
        var answers = new List<long>();
        for (var n = 0; n < 5; n++) answers.Add(await carl.Comment(post, $"Antwort {n}", first));
        await bert.Client.SubmitOk($"/comments/{first}/remove");
        var more = (await anna.Client.Page($"/posts/{post}/comments")).QuerySelector("a[rel=prev]")!.GetAttribute("href")!;
        Assert.Equal(["Antwort 0", "Antwort 1"], await anna.Client.Said(more));
        Assert.DoesNotContain("Frage", await anna.Client.Json($"/comments/{first}/answers"));
        Assert.Equal("This comment was removed.", (await anna.Client.Said($"/posts/{post}/comments?at={first}"))[0]);
        foreach (var answer in answers) await carl.Client.SubmitOk($"/comments/{answer}/remove");
        await anna.Client.Page($"/comments/{first}/answers", HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Who_is_muted_and_suspended_is_taken_from_the_counts_once(DatabaseKind kind)
    {
        var (server, anna, bert, carl) = await Three(kind);
        var moderator = await server.Member("Mona Richter", role: Gilde.Web.Accounts.MemberRole.Moderator);
        var post = await server.Post(anna);
        var comment = await anna.Comment(post, "Gut gemacht");
        foreach (var member in new[] { bert, carl }) await member.Client.SubmitOk($"/comments/{comment}/react", ("kind", "like"));
        await server.Mute(anna, bert);
        async Task<int> Likes() => (await anna.Client.Thread($"/posts/{post}/comments"))[0].GetProperty("comment").GetProperty("likes").GetInt32();
        Assert.Equal(1, await Likes());
        await moderator.Client.SubmitOk($"/admin/members/{bert.Id}/suspend", ("reason", "Werbung an Fremde"));
        await Eventually.Is(async () => (await server.CommentRow(comment)).Likes == 1, "the likes to be counted anew");
        Assert.Equal(1, await Likes());
    }

    [Theory, BothDatabases]
    public async Task Its_author_the_posts_author_and_moderators_of_the_group_remove_a_comment_and_nobody_else(DatabaseKind kind)
    {
        var (server, owner, bert, carl) = await Three(kind);
        var author = await server.Member("Dora Autorin");
        var post = await server.Post(author, group: await server.GroupOf(owner, GroupKind.Closed, bert, carl, author));
        foreach (var (remover, may) in new[] { (carl, false), (bert, true), (author, true), (owner, true) })
        {
            var comment = await bert.Comment(post, "Zu entfernen");
            Assert.Equal(may, (await remover.Client.Page($"/posts/{post}/comments")).QuerySelector($"form[action='/comments/{comment}/remove']") is not null);
            using var answer = await remover.Client.Submit($"/comments/{comment}/remove");
            Assert.Equal(may ? HttpStatusCode.SeeOther : HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory, BothDatabases]
    public async Task One_reacts_once_changes_how_and_takes_it_back(DatabaseKind kind)
    {
        var (server, anna, bert, carl) = await Three(kind);
        var post = await server.Post(anna);
        var comment = await bert.Comment(post, "Gut gemacht");
        async Task<(int, int, int, int)> React(TestMember member, string how)
        {
            await member.Client.SubmitOk($"/comments/{comment}/react", ("kind", how));
            var row = await server.CommentRow(comment);
            return (row.Likes, row.Helpful, row.Congratulations, row.Condolences);
        }
        Assert.Equal((1, 0, 0, 0), await React(anna, "like"));
        Assert.Equal((1, 0, 1, 0), await React(carl, "congratulations"));
        Assert.Equal((0, 1, 1, 0), await React(anna, "helpful"));
        Assert.Equal((0, 1, 0, 1), await React(carl, "condolence"));
        Assert.Equal((0, 0, 0, 1), await React(anna, "helpful"));
        Assert.Contains("Carl Roth", (await anna.Client.Page($"/comments/{comment}/reactions")).QuerySelector("main")!.TextContent);
        using var nonsense = await anna.Client.Submit($"/comments/{comment}/react", ("kind", "hate"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task Whom_the_viewer_has_blocked_or_muted_says_nothing_and_counts_for_nothing(DatabaseKind kind)
    {
        var (server, anna, bert, carl) = await Three(kind);
        var post = await server.Post(anna);
        var byBert = await bert.Comment(post, "Von Bert");
        await carl.Comment(post, "Antwort auf Bert", byBert);
        var byCarl = await carl.Comment(post, "Von Carl");
        await bert.Comment(post, "Berts Antwort", byCarl);
        await bert.Client.SubmitOk($"/comments/{byCarl}/react", ("kind", "like"));
        var dora = await server.Member("Dora Leserin");
        var ernst = await server.Member("Ernst Leser");
        await server.Mute(dora, bert);
        await server.Block(bert, ernst);
        foreach (var reader in new[] { dora, ernst })
        {
            Assert.Equal(["Von Carl"], await reader.Said(post));
            Assert.Equal("1 comment", await reader.Heading(post));
            var json = await reader.Client.Json($"/posts/{post}/comments");
            Assert.DoesNotContain(bert.Handle, json);
            Assert.Equal(0, (await reader.Client.Thread($"/posts/{post}/comments"))[0].GetProperty("comment").GetProperty("likes").GetInt32());
            Assert.DoesNotContain(bert.Name, (await reader.Client.Page($"/comments/{byCarl}/reactions")).QuerySelector("main")!.TextContent);
            foreach (var path in new[] { "history", "reactions", "answers" }) await reader.Client.Page($"/comments/{byBert}/{path}", HttpStatusCode.NotFound);
            using var answer = await reader.TryComment(post, "Auf Bert", byBert);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal(["Von Bert", "Antwort auf Bert", "Von Carl", "Berts Antwort"], await carl.Said(post));
        await server.Db(async db => { (await db.Members.SingleAsync(m => m.Id == bert.Id)).SuspendedAt = server.Clock.GetCurrentInstant(); await db.SaveChangesAsync(); });
        Assert.Equal(["Von Carl"], await carl.Said(post));
    }

    [Theory, BothDatabases]
    public async Task Counts_are_exact_however_many_do_so_at_once(DatabaseKind kind)
    {
        const int many = 8, each = 6;
        var (server, anna, _, _) = await Three(kind);
        var post = await server.Post(anna);
        var comment = await anna.Comment(post, "Wer noch?");
        var people = new List<TestMember>();
        for (var n = 0; n < many; n++) people.Add(await server.Member($"Person {n}"));
        await Task.WhenAll(people.Select(async (person, at) =>
        {
            for (var n = 0; n < each; n++)
            {
                var mine = await person.Comment(post, $"{at}-{n}", n % 2 == 0 ? comment : null);
                await Task.WhenAll(person.Client.SubmitOk($"/comments/{comment}/react", ("kind", n % 2 == 0 ? "like" : "helpful")), person.Client.SubmitOk($"/comments/{mine}/edit", ("text", "anders")));
                if (n % 3 == 0) await person.Client.SubmitOk($"/comments/{mine}/remove");
            }
        }));
        Assert.Equal(await server.Db(db => db.Comments.CountAsync(c => c.PostId == post && c.RemovedAt == null)), (await server.Row(post)).Comments);
        Assert.Equal(1 + many * each - many * 2, (await server.Row(post)).Comments);
        // Twice the same at the same time: whoever comes second takes it back.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => people[0].Client.SubmitOk($"/comments/{comment}/react", ("kind", "condolence"))));
        var (row, rows) = (await server.CommentRow(comment), await server.Db(db => db.CommentReactions.AsNoTracking().Where(r => r.CommentId == comment).ToListAsync()));
        Assert.Equal([row.Likes, row.Helpful, row.Congratulations, row.Condolences], Enum.GetValues<ReactionKind>().Select(k => rows.Count(r => r.Kind == k)));
    }

    private async Task<(GildeServer Server, TestMember Anna, TestMember Bert, TestMember Carl)> Three(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carl Roth"));
    }
}
