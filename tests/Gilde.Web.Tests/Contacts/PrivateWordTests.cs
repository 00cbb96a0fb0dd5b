using System.Text.Json;
using Gilde.Graph;
using Gilde.Web.Introductions;
using Gilde.Web.Tests.Introductions;

namespace Gilde.Web.Tests.Contacts;

/// <summary>What a member says of how well they know a contact: one click, theirs alone, taken back as easily.</summary>
public class PrivateWordTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task One_click_says_it_another_takes_it_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd);
        await Press(anna, bernd, "well");
        Assert.Equal("well", await Pressed(anna, bernd));
        await Press(anna, bernd, "would call at night");
        Assert.Equal("would call at night", await Pressed(anna, bernd));
        Assert.Equal(PrivateWord.AtNight, (await server.Side(anna, bernd)).Word);
        await Press(anna, bernd, "would call at night");
        Assert.Null(await Pressed(anna, bernd));
        Assert.Equal(PrivateWord.Unsaid, (await server.Side(anna, bernd)).Word);
        using var unknown = await anna.Client.Submit($"/contacts/{bernd.Id}/word/best-friend");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_toast_offers_to_undo_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/word/well");
        using var said = await anna.Client.Submit($"/contacts/{bernd.Id}/word/hardly");
        Assert.Contains($"/contacts/{bernd.Id}/word/well", Uri.UnescapeDataString(Uri.UnescapeDataString(string.Concat(said.Headers.GetValues("Set-Cookie")))));
    }

    [Theory, BothDatabases]
    public async Task A_word_moves_the_tie_by_a_step_and_that_of_both_further(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/word/at-night");
        await server.Settled();
        Assert.Equal(Warmth.Warm, await StepOf(server, anna, bernd));
        await bernd.Client.SubmitOk($"/contacts/{anna.Id}/word/at-night");
        await server.Settled();
        Assert.Equal(Warmth.Close, await StepOf(server, anna, bernd));
        foreach (var (one, other) in new[] { (anna, bernd), (bernd, anna) }) await one.Client.SubmitOk($"/contacts/{other.Id}/word/unsaid");
        await server.Settled();
        Assert.False(await server.Db(db => db.Ties.AnyAsync(t => t.LowId == anna.Id)));
    }

    [Theory, BothDatabases]
    public async Task The_other_reads_it_nowhere(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd, carla) = (await server.Member(), await server.Member("Bernd Ziegler"), await server.Member("Carla Mück"));
        await server.Connect(anna, bernd, days: 12);
        await server.Connect(bernd, carla);
        await server.Settled();
        var before = await Seen(anna, bernd, carla);
        // Very close already: the kind word moves no step.
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/word/at-night");
        await server.Settled();
        Assert.Equal(before, await Seen(anna, bernd, carla));
        Assert.Equal("atNight", JsonDocument.Parse(await anna.Client.Json($"/contacts/{bernd.Id}")).RootElement.GetProperty("word").GetString());
    }

    [Theory, BothDatabases]
    public async Task It_ends_with_the_contact(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member(), await server.Member("Bernd Ziegler"));
        await server.Connect(anna, bernd);
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/word/at-night");
        await anna.Client.SubmitOk($"/contacts/{bernd.Id}/remove");
        await server.Connect(anna, bernd);
        await server.Settled();
        Assert.Equal(PrivateWord.Unsaid, (await server.Side(anna, bernd)).Word);
        Assert.False(await server.Db(db => db.Ties.AnyAsync(t => t.LowId == anna.Id)));
    }

    /// <summary>All that the other and a third person are shown of the two.</summary>
    private static async Task<string[]> Seen(TestMember anna, TestMember bernd, TestMember carla)
    {
        var paths = new[] { (bernd, $"/contacts/{anna.Id}"), (bernd, "/contacts?sort=talked"), (bernd, $"/@{anna.Handle}"), (bernd, $"/introductions/to/{anna.Handle}"), (carla, $"/introductions/to/{anna.Handle}"), (carla, $"/@{anna.Handle}") };
        var bodies = new List<string>();
        foreach (var (member, path) in paths)
        {
            bodies.Add(SteadyPage.Of(await member.Client.GetStringAsync(path)));
            bodies.Add(await member.Client.Json(path));
        }
        return [.. bodies];
    }

    private static async Task Press(TestMember member, TestMember contact, string label)
    {
        var page = await member.Client.Page($"/contacts/{contact.Id}");
        var button = page.QuerySelectorAll(".tie-word button").Single(b => b.TextContent.Trim() == label);
        Assert.Equal($"/contacts/{contact.Id}", await member.Client.SubmitOk(button.GetAttribute("formaction")!));
    }

    private static async Task<string?> Pressed(TestMember member, TestMember contact) =>
        (await member.Client.Page($"/contacts/{contact.Id}")).QuerySelectorAll(".tie-word [aria-pressed=true]").Select(b => b.TextContent.Trim()).SingleOrDefault();

    private static Task<Warmth> StepOf(GildeServer server, TestMember low, TestMember high) =>
        server.Db(async db => TieStrength.WarmthOf(await db.Ties.Where(t => t.LowId == low.Id && t.HighId == high.Id).Select(t => t.Strength).SingleAsync()));
}
