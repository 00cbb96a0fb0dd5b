namespace Gilde.Web.Tests.Profiles;

public class HintTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task One_hint_at_a_time_until_done_or_dismissed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, other) = (await server.Member(), await server.Member("Otto Other"));
        Assert.Equal("headline", await Hint(anna));
        await anna.Client.SubmitOk("/settings/profile/name", ("name", "Anna Berger"), ("headline", "Meisterin"));
        Assert.Equal("picture", await Hint(anna));
        await anna.Client.SubmitOk("/settings/profile/hints/picture");
        await anna.Client.SubmitOk("/settings/profile/hints/picture");
        Assert.Equal("positions", await Hint(anna));
        Assert.DoesNotContain("hints/", await other.Client.GetStringAsync($"/@{anna.Handle}"));
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit("/settings/profile/hints/nonsense")).StatusCode);
    }

    private static async Task<string?> Hint(TestMember member)
    {
        var forms = (await member.Client.Page($"/@{member.Handle}")).QuerySelectorAll("form[action*='hints/']");
        Assert.True(forms.Length <= 1);
        return forms.SingleOrDefault()?.GetAttribute("action")!.Split('/')[^1];
    }
}
