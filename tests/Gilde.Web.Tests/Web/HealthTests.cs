namespace Gilde.Web.Tests.Web;

public class HealthTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_running_server_is_healthy_and_ready(DatabaseKind kind)
    {
        var client = (await servers.On(kind)).Client();
        Assert.Equal("ok", await client.GetStringAsync("/healthz"));
        Assert.Equal("ready", await client.GetStringAsync("/readyz"));
    }

    [Theory, BothDatabases]
    public async Task An_unknown_page_says_so_in_the_viewers_language(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var german = await server.Client(language: Gilde.Web.Web.Language.German).Page("/gibt-es-nicht", HttpStatusCode.NotFound);
        Assert.Equal("Nicht gefunden", german.QuerySelector("h1")!.TextContent);
        var english = await server.Client().Page("/gibt-es-nicht", HttpStatusCode.NotFound);
        Assert.Equal("Not found", english.QuerySelector("h1")!.TextContent);
    }
}
