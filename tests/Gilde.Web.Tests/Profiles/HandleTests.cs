using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

public class HandleTests(Servers servers)
{
    private static int number;

    [Theory, BothDatabases]
    public async Task An_old_handle_leads_to_the_new_one_for_a_while(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var handle = New();
        Assert.Equal($"/@{handle}", await anna.Client.SubmitOk("/settings/profile/handle", ("handle", "@" + handle.ToUpperInvariant())));
        using var moved = await server.Client().GetAsync($"/@{anna.Handle}.json?x=1");
        Assert.Equal($"/@{handle}.json?x=1", moved.Headers.Location!.ToString());
        Assert.Contains($"/@{handle}", (await anna.Client.Page($"/@{handle}")).QuerySelector(".topbar")!.InnerHtml);

        await server.Db(async db =>
        {
            (await db.FormerHandles.SingleAsync(f => f.Handle == anna.Handle)).LeftAt = server.Clock.GetCurrentInstant() - FormerHandle.Kept;
            await db.SaveChangesAsync();
        });
        await server.Client().Page($"/@{anna.Handle}", HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task A_moved_profile_that_one_may_not_see_does_not_exist(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, blocked) = (await server.Member(), await server.Member("Bert Block"));
        await server.Block(anna, blocked);
        await anna.Client.SubmitOk("/settings/profile/handle", ("handle", New()));
        await anna.Client.SubmitOk("/settings/profile/visibility", ("about", "members"));
        await blocked.Client.Page($"/@{anna.Handle}", HttpStatusCode.NotFound);
        await server.Client().Page($"/@{anna.Handle}", HttpStatusCode.NotFound);
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_can_take_a_handle_that_is_used_or_was_just_left(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, eve) = (await server.Member(), await server.Member("Eve Eck"));
        await Refused(eve, anna.Handle, "Somebody else");
        await anna.Client.SubmitOk("/settings/profile/handle", ("handle", New()));
        await Refused(eve, anna.Handle, "Somebody else");
        await anna.Client.SubmitOk("/settings/profile/handle", ("handle", anna.Handle));
        await anna.Client.Page($"/@{anna.Handle}");
    }

    [Theory]
    [BothDatabases("ab")]
    [BothDatabases("-anna")]
    [BothDatabases("anna--b")]
    [BothDatabases("änna")]
    [BothDatabases("anna.json")]
    [BothDatabases("12345")]
    [BothDatabases("admin")]
    [BothDatabases("")]
    public async Task A_handle_is_letters_digits_and_hyphens(DatabaseKind kind, string handle) =>
        await Refused(await (await servers.On(kind)).Member(), handle, "");

    [Theory, BothDatabases]
    public async Task Handles_do_not_change_all_the_time(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        for (var i = 0; i < 3; i++) await anna.Client.SubmitOk("/settings/profile/handle", ("handle", New()));
        await Refused(anna, New(), "Please wait");
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_want_the_same_handle_one_gets_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var handle = New();
        var members = new[] { await server.Member("A A"), await server.Member("B B"), await server.Member("C C"), await server.Member("D D") };
        var answers = await Task.WhenAll(members.Select(m => m.Client.Submit("/settings/profile/handle", ("handle", handle))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
    }

    private static async Task Refused(TestMember member, string handle, string words)
    {
        using var answer = await member.Client.Submit("/settings/profile/handle", ("handle", handle));
        Assert.Contains(words, (await answer.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#f-handle-error")!.TextContent);
    }

    private static string New() => $"griff-{Environment.ProcessId}-{Interlocked.Increment(ref number)}";
}
