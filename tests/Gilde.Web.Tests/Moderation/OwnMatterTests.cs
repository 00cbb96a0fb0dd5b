using Gilde.Web.Accounts;
using Gilde.Web.Groups;
using Gilde.Web.Moderation;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Posts.Comments;

namespace Gilde.Web.Tests.Moderation;

/// <summary>Nobody judges in their own matter, and nobody reads who reported them; but every matter finds somebody.</summary>
public class OwnMatterTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_is_accused_reads_and_decides_nothing_of_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (bert, accused, other) = (await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var path = await server.Reported(bert, CaseKind.Post, await server.Post(accused, "Vom Moderator"), explanation: "Das geht zu weit.");
        await KeptFrom(accused, path);
        Assert.Contains(path, await Queue(other));
        Assert.Contains("Das geht zu weit.", (await other.Client.Page(path)).QuerySelector("#reports")!.TextContent);
        await other.Decide(path, Outcome.Hidden);
        await KeptFrom(accused, path, "?show=decided");
        await accused.Client.SubmitOk((await accused.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Bitte zeigen."));
        await KeptFrom(accused, path, "?show=appealed");
        using var own = await accused.Client.Submit(await (await server.Moderator("Olga Dritt")).AppealOn(path), ("outcome", "reversed"), ("statement", "Doch."));
        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_group_is_the_own_matter_of_those_who_run_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (bert, owner, helper, other) = (await server.Member("Bert Conrad"), await server.Moderator(), await server.Moderator("Hanna Hilft"), await server.Moderator("Nils Recht"));
        var group = await server.GroupOf(owner, GroupKind.Open, helper);
        await server.Db(db => db.GroupMembers.Where(m => m.GroupId == group && m.MemberId == helper.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Role, GroupRole.Moderator)));
        var path = await server.Reported(bert, CaseKind.Group, group);
        await KeptFrom(owner, path);
        await KeptFrom(helper, path);
        await other.Decide(path, Outcome.Archived);
        Assert.NotNull(await server.Db(db => db.Groups.Where(g => g.Id == group).Select(g => g.ArchivedAt).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Who_appealed_as_the_reporter_does_not_answer_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, reporter, first, third) = (await server.Member("Anna Berger"), await server.Moderator(), await server.Moderator("Nils Recht"), await server.Moderator("Olga Dritt"));
        var path = await server.Reported(reporter, CaseKind.Post, await server.Post(anna, "Doch beleidigend"));
        await first.Decide(path, Outcome.Dismissed);
        await reporter.Client.SubmitOk((await reporter.Client.Page("/settings/decisions")).QuerySelector("#reported a")!.GetAttribute("href")!, ("text", "Bitte noch einmal lesen."));
        var answer = await third.AppealOn(path);
        var appeal = (await reporter.Client.Page(path)).QuerySelector(".appeal")!;
        Assert.Null(appeal.QuerySelector("form"));
        Assert.Contains("You appealed yourself", appeal.TextContent);
        using (var own = await reporter.Client.Submit(answer, ("outcome", "reversed"), ("statement", "Doch."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal(path, await third.Client.SubmitOk(answer, ("outcome", "reversed"), ("statement", "Stimmt.")));
    }

    [Theory, BothDatabases]
    public async Task Where_nobody_else_may_decide_whoever_did_first_has_the_last_word(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, bert, carl) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"), await server.Member("Carl Roth"));
        var (boss, mona) = (await server.Member("Olaf Betreiber", role: MemberRole.Operator), await server.Moderator());
        var his = await server.Post(boss, "Vom Betreiber");
        var path = await server.Reported(bert, CaseKind.Post, his);
        await mona.Decide(path, Outcome.Hidden);
        await boss.Client.SubmitOk((await boss.Client.Page("/settings/decisions")).QuerySelector("#about-you a")!.GetAttribute("href")!, ("text", "Bitte zeigen."));
        Assert.Contains("nobody else", (await mona.Client.Page(path)).QuerySelector(".appeal")!.TextContent);
        await mona.Client.SubmitOk(await mona.AppealOn(path), ("outcome", "reversed"), ("statement", "Noch einmal gelesen."));
        Assert.True(await server.Sees(bert, his));

        // Both have decided about the same thing, and it is open once more.
        var hers = await server.Post(anna, "Unfein");
        path = await server.Reported(bert, CaseKind.Post, hers);
        await server.Reported(carl, CaseKind.Post, hers);
        foreach (var (decider, answerer, appellant) in new[] { (mona, boss, bert), (boss, mona, carl) })
        {
            await decider.Decide(path, Outcome.Dismissed);
            await appellant.Client.SubmitOk((await appellant.Client.Page("/settings/decisions")).QuerySelector("#reported a")!.GetAttribute("href")!, ("text", "Bitte noch einmal lesen."));
            using (var same = await decider.Client.Submit(await answerer.AppealOn(path), ("outcome", "upheld"), ("statement", "Nein."))) Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
            await answerer.Client.SubmitOk(await answerer.AppealOn(path), ("outcome", "reversed"), ("statement", "Stimmt."));
        }
        await mona.Decide(path, Outcome.Hidden);
        Assert.False(await server.Sees(bert, hers));
    }

    [Theory, BothDatabases]
    public async Task A_held_message_is_not_for_its_sender_or_receiver_to_let_through(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, mona, other) = (await server.Moderator("Anna Berger"), await server.Moderator(), await server.Moderator("Nils Recht"));
        var text = $"Guten Tag, wir bieten Ihnen Ziehsteine Nummer {anna.Id} zu sehr guten Preisen an. Haben Sie Zeit für ein kurzes Gespräch?";
        foreach (var person in new[] { await server.Member("Bert Conrad"), await server.Member("Carla Dorn"), mona, await server.Member("Emil Frank") }) await anna.WriteTo(person, text, "Ziehsteine");
        async Task<List<string>> Held(TestMember moderator) =>
            (await moderator.Client.Page("/admin/held")).QuerySelectorAll(".held").Where(h => h.TextContent.Contains($"Nummer {anna.Id} ")).Select(h => h.QuerySelector("form")!.GetAttribute("action")!).ToList();
        var (toMona, toEmil) = await Held(other) is [var one, var two] ? (one, two) : throw new InvalidOperationException("two are held");
        Assert.Empty(await Held(anna));
        Assert.Equal([toEmil], await Held(mona));
        foreach (var (moderator, path) in new[] { (anna, toMona), (anna, toEmil), (mona, toMona) })
        {
            using var own = await moderator.Client.Submit(path);
            Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
            using var dropped = await moderator.Client.Submit(path.Replace("/release", "/drop"));
            Assert.Equal(HttpStatusCode.NotFound, dropped.StatusCode);
        }
        foreach (var path in new[] { toMona, toEmil }) await other.Client.SubmitOk(path);
    }

    private static async Task KeptFrom(TestMember moderator, string path, string tab = "")
    {
        await moderator.Client.Page(path, HttpStatusCode.NotFound);
        Assert.DoesNotContain(path, await Queue(moderator, tab));
        using var own = await moderator.Client.Submit(path, ("outcome", "dismissed"));
        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
    }

    /// <summary>The addresses of all cases of a tab.</summary>
    private static async Task<List<string>> Queue(TestMember moderator, string tab = "")
    {
        var cases = new List<string>();
        for (var path = "/admin/reports" + tab; path is not null;)
        {
            var page = await moderator.Client.Page(path);
            cases.AddRange(page.QuerySelectorAll(".case a").Select(a => a.GetAttribute("href")!));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        return cases;
    }
}
