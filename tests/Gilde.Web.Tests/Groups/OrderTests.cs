using Gilde.Web.Events;
using Gilde.Web.Groups;
using Gilde.Web.Moderation;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Polls;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Moderation;
using Gilde.Web.Tests.Posts;
using static Gilde.Web.Tests.Posts.Talking;

namespace Gilde.Web.Tests.Groups;

/// <summary>What nobody gets around: who reads, what waits for a moderator, what is archived.</summary>
public class OrderTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_post_moves_from_members_only_to_those_who_could_read_it_before(DatabaseKind kind)
    {
        var (server, anna, ben, carl) = await Three(kind);
        var secret = await server.Group(GroupKind.Secret, anna, ben, carl);
        var (closed, strangers, few) = (await server.Group(GroupKind.Closed, anna, ben), await server.Group(GroupKind.Closed, anna, carl), await server.Group(GroupKind.Closed, anna));
        var hidden = await server.Group(GroupKind.Secret, anna, ben);
        var post = await Say(ben, closed, "Unter uns");
        Assert.Equivalent(new[] { few.Slug, hidden.Slug }, await Targets(anna, closed, post), strict: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try($"{Path(closed)}{post}/move", ("to", strangers.Slug)));
        Assert.False(await carl.Client.Sees(post));
        // What is secret does not go where everybody knows of the group, whoever is in it.
        var quiet = await Say(ben, secret, "Ganz unter uns");
        Assert.Equal([hidden.Slug], await Targets(anna, secret, quiet));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try($"{Path(secret)}{quiet}/move", ("to", few.Slug)));
        await anna.Client.SubmitOk($"{Path(secret)}{quiet}/move", ("to", hidden.Slug));
        Assert.False(await carl.Client.Sees(quiet));
        Assert.Contains("whose members are all in this one too", (await anna.Client.Page($"{Path(few)}{await Say(anna, few, "Für mich")}/move")).QuerySelector("main")!.TextContent);
    }

    [Theory, BothDatabases]
    public async Task Nobody_moves_a_post_around_the_queue_or_the_pace_of_another_group(DatabaseKind kind)
    {
        var (server, anna, ben, _) = await Three(kind);
        var (mine, moderated, slow) = (await server.Group(GroupKind.Open, anna), await server.Group(GroupKind.Open, ben, anna), await server.Group(GroupKind.Open, ben, anna));
        await server.Db(db => db.Groups.Where(g => g.Id == moderated.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.ModeratedSince, server.Clock.GetCurrentInstant())));
        await server.Db(db => db.Groups.Where(g => g.Id == slow.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.SlowSeconds, 3_600)));
        var post = await Say(anna, mine, "Werbung");
        Assert.Empty(await Targets(anna, mine, post));
        foreach (var to in new[] { moderated, slow }) Assert.Equal(HttpStatusCode.UnprocessableEntity, await anna.Try($"{Path(mine)}{post}/move", ("to", to.Slug)));
        await ben.Give(Path(moderated), anna, GroupRole.Moderator);
        await anna.Client.SubmitOk($"{Path(mine)}{post}/move", ("to", moderated.Slug));
    }

    [Theory, BothDatabases]
    public async Task New_words_wait_for_a_moderator_as_new_posts_do(DatabaseKind kind)
    {
        var (server, anna, ben, carl) = await Three(kind);
        var group = await server.Group(GroupKind.Open, anna, ben, carl);
        var (post, owners) = (await Say(ben, group, "Harmlos"), await Say(anna, group, "Von der Leitung"));
        var published = (await server.PostRow(IdOf(post))).PublishedAt;
        await server.Db(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.ModeratedSince, server.Clock.GetCurrentInstant())));
        await ben.Client.SubmitOk(post + "/edit", ("text", "Harmlos"), ("replies", "contacts"));
        Assert.True(await carl.Client.Sees(post));
        await ben.Client.SubmitOk(post + "/edit", ("text", "Werbung"));
        Assert.False(await carl.Client.Sees(post));
        Assert.Contains("Waits for a moderator", (await ben.Client.Page(post)).QuerySelector("main")!.TextContent);
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.PostHeld && e.ObjectId == IdOf(post))));
        await anna.Client.SubmitOk($"{Path(group)}/queue/{IdOf(post)}/release");
        Assert.True(await carl.Client.Sees(post));
        // It was published once: it does not come up anew because its words were changed.
        Assert.Equal(published, (await server.PostRow(IdOf(post))).PublishedAt);
        Assert.Equal(1, await server.Db(db => db.Events.CountAsync(e => e.Kind == EventKinds.PostPublished && e.ObjectId == IdOf(post))));
        await anna.Client.SubmitOk(owners + "/edit", ("text", "Neu von der Leitung"));
        Assert.True(await carl.Client.Sees(owners));
    }

    [Theory, BothDatabases]
    public async Task Words_in_a_group_are_changed_only_by_who_may_write_there_and_always_deleted(DatabaseKind kind)
    {
        var (server, anna, ben, carl) = await Three(kind);
        var group = await server.Group(GroupKind.Open, anna, ben, carl);
        var (removed, archived) = (await Say(ben, group, "Von Ben"), await Say(carl, group, "Von Carl"));
        await carl.Client.SubmitOk(archived + "/comments", ("text", "Noch etwas"));
        await ben.Client.SubmitOk(archived + "/comments", ("text", "Dazu"));
        var comments = await server.Db(db => db.Comments.Where(c => c.PostId == IdOf(archived)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        await anna.Client.SubmitOk($"{Path(group)}/members/{ben.Id}/remove", ("keepout", "true"), ("reason", "Werbung"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try(removed + "/edit", ("text", "Anders")));
        Assert.Contains("cannot be changed just now", (await ben.Client.Page(removed + "/edit")).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await ben.Try($"/comments/{comments[1]}/edit", ("text", "Anders")));
        await anna.Client.SubmitOk($"{Path(group)}{archived}/lock", ("on", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await carl.Try($"/comments/{comments[0]}/edit", ("text", "Anders")));
        await anna.Client.SubmitOk($"{Path(group)}/archive", ("on", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await carl.Try(archived + "/edit", ("text", "Anders")));
        await anna.Client.SubmitOk(archived + "/react", ("kind", "like"));
        var row = await server.PostRow(IdOf(archived));
        Assert.Equal(("Von Carl", 0), (row.Text, row.Likes));
        await carl.Client.SubmitOk($"/comments/{comments[0]}/remove");
        await carl.Client.SubmitOk(archived + "/remove");
        await ben.Client.SubmitOk(removed + "/remove");
    }

    [Theory, BothDatabases]
    public async Task A_held_post_is_published_when_it_is_let_through_and_its_poll_open_for_as_long_as_planned(DatabaseKind kind)
    {
        var (server, anna, ben, _) = await Three(kind);
        var group = await server.Group(GroupKind.Open, anna, ben);
        await server.Db(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.ModeratedSince, server.Clock.GetCurrentInstant())));
        var post = await Say(ben, group, $"Was meint ihr? #Frage{ben.Id}", ("pollOption", "Kupfer"), ("pollOption", "Stahl"), ("contentNote", "Unfall mit Draht"));
        var page = (await anna.Client.Page(Path(group) + "/queue")).QuerySelector("main")!.TextContent;
        Assert.All(["Kupfer", "Stahl", "Unfall mit Draht"], words => Assert.Contains(words, page));
        var (id, wait) = (IdOf(post), Duration.FromHours(30));
        var before = await server.Db(db => db.Polls.Where(p => p.PostId == id).Select(p => p.ClosesAt).SingleAsync());
        // As if it had waited for more than a day.
        var held = (await server.PostRow(id)).PublishedAt - wait;
        await server.Db(db => db.Posts.Where(p => p.Id == id).ExecuteUpdateAsync(s => s.SetProperty(p => p.PublishedAt, held).SetProperty(p => p.HeldAt, held)));
        await server.Db(db => db.PostTags.Where(t => t.PostId == id).ExecuteUpdateAsync(s => s.SetProperty(t => t.PublishedAt, held)));
        await anna.Client.SubmitOk($"{Path(group)}/queue/{id}/release");
        var row = await server.PostRow(id);
        Assert.True(row.PublishedAt >= held + wait);
        Assert.Equal(row.PublishedAt, await server.Db(db => db.PostTags.Where(t => t.PostId == id).Select(t => t.PublishedAt).SingleAsync()));
        var closes = await server.Db(db => db.Polls.Where(p => p.PostId == id).Select(p => p.ClosesAt).SingleAsync());
        Assert.True(closes >= before + wait);
        Assert.Equal(closes, await server.Db(db => db.Jobs.Where(j => j.EffectKey == $"{ClosePoll.JobKind}:{id}").Select(j => j.DueAt).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_a_moderator_of_the_network_archived_an_owner_does_not_open(DatabaseKind kind)
    {
        var (server, anna, ben, _) = await Three(kind);
        var group = await server.Group(GroupKind.Open, anna);
        var (first, second) = (await server.Moderator(), await server.Moderator("Nils Recht"));
        var about = await server.Reported(ben, CaseKind.Group, group.Id, "advertising");
        await first.Decide(about, Outcome.Archived, "Nur Werbung.");
        Assert.Equal(HttpStatusCode.Conflict, await anna.Try(Path(group) + "/archive", ("on", "false")));
        var settings = await anna.Client.Page(Path(group) + "/settings");
        Assert.Contains("A moderator of the network archived this group", settings.QuerySelector("main")!.TextContent);
        Assert.Null(settings.QuerySelector("form[action$='/archive']"));
        var decision = (await anna.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!;
        await anna.Client.SubmitOk(decision, ("text", "Es war ein Versehen."));
        await second.Client.SubmitOk(await second.AppealOn(about), ("outcome", "reversed"), ("statement", "Stimmt."));
        await anna.Client.SubmitOk(Path(group) + "/archive", ("on", "true"));
        await anna.Client.SubmitOk(Path(group) + "/archive", ("on", "false"));
        Assert.Null((await server.Group(Path(group)))!.ArchivedAt);
    }

    [Theory, BothDatabases]
    public async Task A_block_keeps_nobody_from_being_kept_in_order(DatabaseKind kind)
    {
        var (server, anna, ben, carl) = await Three(kind);
        var group = await server.Group(GroupKind.Open, anna, ben, carl);
        await server.Db(db => db.Groups.Where(g => g.Id == group.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.ModeratedSince, server.Clock.GetCurrentInstant())));
        await Talks.Block(server, ben, anna);
        await Talks.Block(server, carl, ben);
        var post = await Say(ben, group, "Werbung");
        Assert.Contains("Werbung", (await anna.Client.Page(Path(group) + "/queue")).QuerySelector("main")!.TextContent);
        await anna.Client.SubmitOk($"{Path(group)}/queue/{IdOf(post)}/decline", ("words", "Bitte keine Werbung"));
        Assert.Contains(ben.Name, await anna.Members(Path(group)));
        Assert.DoesNotContain(ben.Name, await carl.Members(Path(group)));
        await anna.Client.SubmitOk($"{Path(group)}/members/{ben.Id}/remove", ("keepout", "true"), ("reason", "Werbung trotz Bitte"));
        Assert.Null(await server.Seat(Path(group), ben));
        Assert.Contains("Werbung trotz Bitte", (await anna.Client.Page(Path(group) + "/requests")).QuerySelector("main")!.TextContent);
    }

    private static string Path(Group group) => "/groups/" + group.Slug;

    private static Task<string> Say(TestMember member, Group group, string text, params (string, string)[] more) => member.Client.SubmitOk("/posts", [("group", group.Slug), ("text", text), .. more]);

    private static async Task<List<string>> Targets(TestMember member, Group group, string post) =>
        [.. (await member.Client.Page($"{Path(group)}{post}/move")).QuerySelectorAll("select[name=to] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0)];

    private async Task<(GildeServer Server, TestMember Anna, TestMember Ben, TestMember Carl)> Three(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        return (server, await server.Member("Anna Berger"), await server.Member("Ben Kontakt"), await server.Member("Carl Drin"));
    }
}
