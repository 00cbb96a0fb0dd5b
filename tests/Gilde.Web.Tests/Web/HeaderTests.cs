namespace Gilde.Web.Tests.Web;

public class HeaderTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Pages_allow_nothing_from_elsewhere_and_no_inline_script(DatabaseKind kind)
    {
        using var answer = await (await servers.On(kind)).Client().GetAsync("/nowhere");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory, BothDatabases]
    public async Task What_a_member_sees_is_kept_by_no_cache(DatabaseKind kind)
    {
        var anna = await (await servers.On(kind)).Member();
        using var answer = await anna.Client.GetAsync("/");
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
    }

    [Theory]
    [BothDatabases("Sec-Fetch-Site", "cross-site")]
    [BothDatabases("Sec-Fetch-Site", "same-site")]
    [BothDatabases("Origin", "https://evil.example")]
    [BothDatabases("Origin", "null")]
    public async Task A_form_of_another_site_is_refused(DatabaseKind kind, string header, string value)
    {
        var anna = await (await servers.On(kind)).Member();
        var request = new HttpRequestMessage(HttpMethod.Post, "/signout") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);
        using var answer = await anna.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var still = await anna.Client.GetAsync("/");
        Assert.True(still.Headers.CacheControl is { Private: true }, "the session lives on");
    }
}
