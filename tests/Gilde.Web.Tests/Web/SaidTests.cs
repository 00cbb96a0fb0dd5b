using System.Text.Json;

namespace Gilde.Web.Tests.Web;

public class SaidTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_word_is_shown_once_and_only_by_the_page_itself(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var cookie = "gilde_said=" + Uri.EscapeDataString(JsonSerializer.Serialize(new Said("Not found", [], "/somewhere/undo")));

        using var frame = await Get(anna, cookie, ("Turbo-Frame", "part"));
        Assert.False(frame.Headers.TryGetValues("Set-Cookie", out _));

        using var picture = await Get(anna, cookie, ("Accept", "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"));
        Assert.False(picture.Headers.TryGetValues("Set-Cookie", out _));

        using var answer = await Get(anna, cookie);
        var page = await answer.Document();
        Assert.Contains("Not found", page.QuerySelector("#toasts .toast")!.TextContent);
        Assert.Equal("/somewhere/undo", page.QuerySelector("#toasts form[method=post]")!.GetAttribute("action"));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("gilde_said=;", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_part_of_a_page_says_what_its_own_form_has_done(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        var cookie = "gilde_said=" + Uri.EscapeDataString(JsonSerializer.Serialize(new Said("Saved.", [], Frame: "about")));
        using var other = await Get(anna, cookie, ("Turbo-Frame", "skills"));
        Assert.Null((await other.Document()).QuerySelector("#toasts .toast"));
        using var own = await Get(anna, cookie, ("Turbo-Frame", "about"));
        Assert.NotNull((await own.Document()).QuerySelector("#toasts .toast"));
    }

    [Theory, BothDatabases]
    public async Task Nobody_puts_other_words_or_links_into_it(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        foreach (var cookie in new[] { Forge("Send your password", null), Forge("Not found", "https://evil.example/"), Forge("Not found", "//evil.example/"), "gilde_said=%7Bbroken" })
        {
            using var answer = await Get(anna, cookie);
            Assert.Null((await answer.Document()).QuerySelector("#toasts .toast"));
        }
    }

    private static string Forge(string text, string? undo) => "gilde_said=" + Uri.EscapeDataString(JsonSerializer.Serialize(new Said(text, [], undo)));

    private static Task<HttpResponseMessage> Get(TestMember member, string cookie, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/@" + member.Handle);
        request.Headers.Add("Cookie", string.Join("; ", member.Client.DefaultRequestHeaders.GetValues("Cookie").Append(cookie)));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return member.Client.SendAsync(request);
    }
}
