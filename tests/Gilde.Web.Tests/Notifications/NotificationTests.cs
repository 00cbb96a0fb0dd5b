using Gilde.Web.Events;
using Gilde.Web.Follows;
using Gilde.Web.Contacts;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Contacts;
using Gilde.Web.Tests.Posts.Comments;

namespace Gilde.Web.Tests.Notifications;

public class NotificationTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task What_belongs_together_is_one_row_until_it_is_read(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 4);
        var post = await server.Post(anna);
        foreach (var other in others) await server.React(other, anna, post);
        var row = Assert.Single(await server.Stream(anna));
        Assert.Equal($"{others[3].Name} and 3 others like your post", row.Text);
        Assert.Equal(("postReacted", $"/posts/{post}", false, 3), (row.Kind, row.Href, row.IsRead, row.Others));
        Assert.StartsWith("Wer hat Erfahrung", row.Excerpt);
        Assert.Equal(1, await anna.Bell());

        using (var opened = await anna.Client.GetAsync($"/notifications/{row.Id}")) Assert.Equal($"/posts/{post}", opened.Headers.Location?.ToString());
        Assert.Equal(0, await anna.Bell());
        var late = await server.Member("Lena Spät");
        await server.React(late, anna, post, ReactionKind.Congratulations);
        var rows = await server.Stream(anna);
        Assert.Equal(["Lena Spät congratulates you on your post", $"{others[3].Name} and 3 others like your post"], rows.Select(r => r.Text));
        Assert.Equal([false, true], rows.Select(r => r.IsRead));

        await server.Comment(late, anna, post);
        Assert.Equal(2, await Counted(server, anna));
        await anna.Client.SubmitOk("/notifications/read");
        Assert.Equal(0, await anna.Bell());
        Assert.All(await server.Stream(anna), r => Assert.True(r.IsRead));
    }

    [Theory, BothDatabases]
    public async Task Events_of_members_who_are_gone_hold_nobody_up(DatabaseKind kind)
    {
        const long Gone = 987_654_321;
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 1);
        var post = await server.Post(anna);
        await server.Do(db =>
        {
            db.Record(server.Clock, EventKinds.PostReacted, Gone, anna.Id, post);
            db.Record(server.Clock, EventKinds.MemberFollowed, others[0].Id, Gone);
        });
        await server.React(others[0], anna, post);
        Assert.Equal($"{others[0].Name} likes your post", Assert.Single(await server.Stream(anna)).Text);
    }

    [Theory, BothDatabases]
    public async Task Each_kind_has_its_sentence_and_leads_to_its_place(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 2);
        var (ben, carl) = (others[0], others[1]);
        var (mine, his) = (await server.Post(anna), await server.Post(ben, "Bens Beitrag"));
        var comment = await server.Comment(ben, anna, mine);
        var own = await server.Comment(anna, ben, his, text: "Meine *Antwort*");
        await server.Comment(carl, anna, his, parent: own, named: anna);
        await server.Mention(ben, anna, his);
        await server.Do(db =>
        {
            db.Add(new CommentReaction { CommentId = own, MemberId = ben.Id, Kind = ReactionKind.Helpful, At = server.Clock.GetCurrentInstant() });
            Gilde.Web.Events.EventLog.Record(db, server.Clock, Gilde.Web.Events.EventKinds.CommentReacted, ben.Id, anna.Id, own, his);
        });
        var share = await server.Post(ben, "Lesenswert", shared: mine);
        await server.Do(db => Gilde.Web.Events.EventLog.Record(db, server.Clock, Gilde.Web.Events.EventKinds.PostPublished, ben.Id, anna.Id, share));
        await server.Do(db => Gilde.Web.Events.EventLog.Record(db, server.Clock, Gilde.Web.Events.EventKinds.PollClosed, null, anna.Id, mine));
        await server.Follow(ben, anna);
        await server.Follow(carl, anna);
        await ben.Ask(anna, "Wir kennen uns.");

        var rows = (await server.Stream(anna)).Select(r => (r.Text, r.Href)).ToList();
        Assert.Contains(("Ben Kontakt asks you for contact", "/contacts/requests"), rows);
        Assert.Contains(("Carl Fremd and Ben Kontakt follow you", $"/@{carl.Handle}"), rows);
        Assert.Contains(("Your poll has ended", $"/posts/{mine}"), rows);
        Assert.Contains(("Ben Kontakt shares your post", $"/posts/{share}"), rows);
        Assert.Contains(("Ben Kontakt finds your comment helpful", $"/posts/{his}/comments?at={own}#comment-{own}"), rows);
        Assert.Contains(("Ben Kontakt and Carl Fremd mention you", $"/posts/{his}"), rows);
        Assert.Contains(("Ben Kontakt comments on your post", $"/posts/{mine}/comments?at={comment}#comment-{comment}"), rows);
        // Who is named in an answer hears of it once.
        Assert.DoesNotContain(rows, r => r.Text.Contains("answers your comment"));
        Assert.Equal(7, rows.Count);

        await anna.Client.SubmitOk($"/contacts/requests/{await anna.RequestFrom(ben)}/decline");
        Assert.Equal(6, (await server.Stream(anna)).Count);
        Assert.DoesNotContain(await server.Stream(ben), r => r.Kind.StartsWith("contact", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_answered_beside_others_hears_of_it_and_nobody_twice(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 3);
        var (ben, carl, dora) = (others[0], others[1], others[2]);
        var post = await server.Post(anna);
        var first = await ben.Comment(post, "Frage");
        var answer = await carl.Comment(post, "Erste Antwort", first);
        var beside = await dora.Comment(post, "Wieso?", answer);
        Assert.Equal(("Dora Engel answers your comment", $"/posts/{post}/comments?at={beside}#comment-{beside}", "Erste Antwort"), (await server.Stream(carl)).Select(r => (r.Text, r.Href, r.Excerpt)).Single());
        Assert.Equal("Dora Engel and Carl Fremd answer your comment", Assert.Single(await server.Stream(ben)).Text);
        Assert.Equal(3, await server.Db(db => db.NotificationActors.CountAsync(a => db.Notifications.Any(n => n.Id == a.NotificationId && n.MemberId == anna.Id))));

        // The post's author, answered beside others; who began the talk, answered by their own answer.
        var hers = await anna.Comment(post, "Von mir auch", first);
        await carl.Comment(post, "Danke", hers);
        var told = (await server.Stream(anna)).Where(r => r.Text.StartsWith("Carl Fremd answers", StringComparison.Ordinal)).ToList();
        Assert.Equal("Von mir auch", Assert.Single(told).Excerpt);
        await dora.Comment(post, "Und noch", await ben.Comment(post, "Ich selbst", first));
        Assert.Equal("Frage", Assert.Single(await server.Stream(ben)).Excerpt);
        await carl.Client.SubmitOk($"/comments/{answer}/remove");
        Assert.DoesNotContain(await server.Stream(carl), r => r.Excerpt == "Erste Antwort");
    }

    [Theory, BothDatabases]
    public async Task Whom_one_blocks_or_mutes_is_in_no_name_and_no_number(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 4);
        var post = await server.Post(anna);
        foreach (var other in others) await server.React(other, anna, post);
        Assert.Equal($"{others[3].Name} and 3 others like your post", Assert.Single(await server.Stream(anna)).Text);

        await server.Do(db => db.Add(new Mute { MemberId = anna.Id, MutedId = others[3].Id, At = server.Clock.GetCurrentInstant() }));
        Assert.Equal($"{others[2].Name} and 2 others like your post", Assert.Single(await server.Stream(anna)).Text);
        await server.Block(others[2], anna);
        Assert.Equal($"{others[1].Name} and {others[0].Name} like your post", Assert.Single(await server.Stream(anna)).Text);
        await server.Block(anna, others[1]);
        Assert.Equal($"{others[0].Name} likes your post", Assert.Single(await server.Stream(anna)).Text);
        await server.Do(db => db.Members.Single(m => m.Id == others[0].Id).SuspendedAt = server.Clock.GetCurrentInstant());
        Assert.Empty(await server.Stream(anna));
        Assert.Equal(0, await anna.Bell());

        // And what they do from then on is not even written.
        var second = await server.Post(anna);
        await server.React(others[3], anna, second);
        await server.React(others[1], anna, second);
        await server.Told();
        Assert.False(await server.Db(db => db.Notifications.AnyAsync(n => n.MemberId == anna.Id && n.SubjectId == second)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_told_what_they_did_themselves(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var post = await server.Post(anna);
        await server.React(anna, anna, post);
        await server.Comment(anna, anna, post);
        await server.Mention(anna, anna, post);
        Assert.Empty(await server.Stream(anna));
    }

    [Theory, BothDatabases]
    public async Task Groups_tell_who_runs_them_whom_they_invite_and_whom_they_let_in(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 3);
        var (ben, carl, dora) = (others[0], others[1], others[2]);
        var slug = await server.Circle(anna, Gilde.Web.Groups.GroupKind.OnRequest);
        await ben.Client.SubmitOk($"/groups/{slug}/ask", ("words", "Ich ziehe Draht."));
        await carl.Client.SubmitOk($"/groups/{slug}/ask", ("words", "Ich auch."));
        await anna.Client.SubmitOk($"/groups/{slug}/invite", ("with", dora.Handle));
        var asked = Assert.Single(await server.Stream(anna));
        Assert.Equal(("Carl Fremd and Ben Kontakt ask to join “Rohre”", $"/groups/{slug}/requests"), (asked.Text, asked.Href));
        Assert.Equal(("Anna Berger invites you to “Rohre”", $"/groups/{slug}"), (await server.Stream(dora)).Select(r => (r.Text, r.Href)).Single());

        await anna.Client.SubmitOk($"/groups/{slug}/requests/{ben.Id}/accept");
        await anna.Client.SubmitOk($"/groups/{slug}/requests/{carl.Id}/decline");
        Assert.Empty(await server.Stream(anna));
        Assert.Empty(await server.Stream(carl));
        Assert.Equal("You belong to “Rohre” now", Assert.Single(await server.Stream(ben)).Text);
        await anna.Client.SubmitOk($"/groups/{slug}/members/{ben.Id}/role", ("role", "Moderator"));
        Assert.Contains("Your role in “Rohre” is now: Moderator", (await server.Stream(ben)).Select(r => r.Text));
        await dora.Client.SubmitOk($"/groups/{slug}/decline");
        Assert.Empty(await server.Stream(dora));
        await ben.Client.SubmitOk($"/groups/{slug}/leave");
        Assert.Empty(await server.Stream(ben));
    }

    [Theory, BothDatabases]
    public async Task The_stream_goes_on_page_by_page_and_says_where_nothing_is(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 1);
        Assert.Contains("Nothing new", (await anna.Client.Page("/notifications")).Body!.TextContent);
        for (var n = 0; n < 25; n++) await server.React(others[0], anna, await server.Post(anna));
        await server.Told();
        var first = await anna.Client.Page("/notifications");
        Assert.Equal(20, first.QuerySelectorAll(".notification").Length);
        var next = await anna.Client.Page(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, next.QuerySelectorAll(".notification").Length);
        Assert.Empty(next.QuerySelectorAll(".notification").Select(r => r.GetAttribute("href")).Intersect(first.QuerySelectorAll(".notification").Select(r => r.GetAttribute("href"))));

        // What comes after the page was made stays unread.
        var upTo = first.QuerySelector("input[name=upTo]")!.GetAttribute("value")!;
        await server.React(others[0], anna, await server.Post(anna));
        await server.Told();
        await anna.Client.SubmitOk("/notifications/read", ("upTo", upTo));
        Assert.Equal(1, await anna.Bell());
        using var ahead = await anna.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/notifications/{(await server.Stream(anna))[0].Id}") { Headers = { { "Sec-Purpose", "prefetch" } } });
        Assert.Equal(1, await anna.Bell());
    }

    [Theory, BothDatabases]
    public async Task The_old_are_thrown_away(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await Some(server, 2);
        var post = await server.Post(anna);
        await server.React(others[0], anna, post);
        await server.Comment(others[1], anna, post);
        var old = (await server.Stream(anna))[1].Id;
        await server.Db(async db =>
        {
            await db.Notifications.Where(n => n.Id == old).ExecuteUpdateAsync(u => u.SetProperty(n => n.At, server.Clock.GetCurrentInstant() - Duration.FromDays(91)));
            Gilde.Web.Jobs.JobQueue.Enqueue(db, server.Clock, Gilde.Web.Accounts.Leaving.CleanUpJob.JobKind, "");
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => server.Db(async db => !await db.Notifications.AnyAsync(n => n.Id == old)), "the old one to go");
        Assert.Single(await server.Stream(anna));
    }

    private static async Task<int> Counted(GildeServer server, TestMember member)
    {
        await server.Told();
        return await member.Bell();
    }

    /// <summary>Anna and some others.</summary>
    internal static async Task<(TestMember Anna, List<TestMember> Others)> Some(GildeServer server, int many)
    {
        var anna = await server.Member("Anna Berger");
        var others = new List<TestMember>();
        foreach (var name in new[] { "Ben Kontakt", "Carl Fremd", "Dora Engel", "Emil Frey" }.Take(many)) others.Add(await server.Member(name));
        return (anna, others);
    }
}
