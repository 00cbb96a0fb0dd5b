using Gilde.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Setup;

public class SetupTests
{
    private static (string, string)[] Form(params (string Name, string Value)[] other) =>
    [
        .. new (string Name, string Value)[]
        {
            ("name", "Olga Betreiberin"), ("email", "olga@example.org"), ("password", "vier Kupferdrähte im Regen"), ("network", "Drahtnetz"), ("trade", "Draht und Rohr"), ("language", "de"),
            ("color", "#1f4e79"), ("signup", "open"), ("imprint", "Verband Drahtnetz\nAltena"),
        }.Where(f => other.All(o => o.Name != f.Name)),
        .. other,
    ];

    [Theory, BothDatabases]
    public async Task A_new_network_is_set_up_once_and_its_operator_is_in(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind, setUp: false);
        var browser = server.Client();
        foreach (var path in new[] { "/", "/signup", "/signin", "/contacts", "/gibt-es-nicht" })
        {
            using var redirect = await browser.GetAsync(path);
            Assert.Equal("/setup", redirect.Headers.Location?.ToString());
        }
        await browser.Page("/setup");
        Assert.Equal("/admin", await browser.SubmitOk("/setup", Form()));
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/signin")).StatusCode);
        await browser.Page("/setup", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit("/setup", Form())).StatusCode);
        var network = await server.Db(db => db.Networks.SingleAsync());
        Assert.Equal(("Drahtnetz", "Draht und Rohr", "#1f4e79", SignupMode.Open), (network.Name, network.Trade, network.Color, network.Signup));
        Assert.Equal("olga-betreiberin", await server.Db(db => db.Members.Select(m => m.Handle).SingleAsync()));
        Assert.Contains("--brand:#1f4e79", await browser.GetStringAsync("/theme.css"));
    }

    [Theory, BothDatabases]
    public async Task From_another_machine_the_code_of_the_log_is_needed(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind, setUp: false);
        var browser = server.Client();
        browser.DefaultRequestHeaders.Host = "netz.example.org";
        Assert.NotNull((await browser.Page("/setup")).QuerySelector("input[name=code]"));
        var refused = await (await browser.Submit("/setup", Form(("code", "AAAA-BBBB-CCCC")))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("log of the server", refused.QuerySelector(".field-error")!.TextContent);
        Assert.Equal("Olga Betreiberin", refused.QuerySelector("input[name=name]")!.GetAttribute("value"));
        await browser.SubmitOk("/setup", Form(("code", server.Services.GetRequiredService<SetupCode>().Value.ToLowerInvariant())));
    }

    [Theory, BothDatabases]
    public async Task Behind_a_proxy_on_the_same_machine_the_code_is_needed_too(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind, setUp: false);
        var browser = server.Client();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/setup", Form())).StatusCode);
        Assert.False(await server.Db(db => db.Networks.AnyAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_set_ups_at_once_make_one_network(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind, setUp: false);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => server.Client().Submit("/setup", Form(("email", $"olga{i}@example.org")))));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(1, await server.Db(db => db.Members.CountAsync()));
    }

    [Theory]
    [BothDatabases("imprint", "")]
    [BothDatabases("network", "")]
    [BothDatabases("trade", "")]
    [BothDatabases("color", "red; } body { display: none")]
    [BothDatabases("signup", "nobody")]
    [BothDatabases("password", "kurz")]
    [BothDatabases("name", "Olga")]
    public async Task Nothing_is_made_while_something_is_missing(DatabaseKind kind, string field, string value)
    {
        await using var server = await GildeServer.Start(kind, setUp: false);
        var page = await (await server.Client().Submit("/setup", Form((field, value)))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(page.QuerySelector(".field-error"));
        Assert.False(await server.Db(db => db.Networks.AnyAsync()));
    }
}
