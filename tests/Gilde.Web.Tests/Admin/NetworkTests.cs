using Gilde.Web.Accounts;
using Gilde.Web.Setup;

namespace Gilde.Web.Tests.Admin;

public class NetworkTests
{
    private static (string, string)[] Form(params (string Name, string Value)[] other) =>
    [
        .. new (string Name, string Value)[]
        {
            ("network", "Rohrnetz"), ("trade", "Rohre"), ("language", "en"), ("color", "own"), ("ownColor", "#aa0011"), ("signup", "invitation"), ("imprint", "Verband **Rohrnetz**\nHagen"), ("privacy", ""),
        }.Where(f => other.All(o => o.Name != f.Name)),
        .. other,
    ];

    [Theory, BothDatabases]
    public async Task The_operator_changes_name_colour_imprint_and_who_may_join(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var before = await operating.Client.Page("/admin/settings");
        Assert.Equal("Drahtnetz", before.QuerySelector("input[name=network]")!.GetAttribute("value"));
        await operating.Client.SubmitOk("/admin/settings", Form());
        var visitor = server.Client();
        Assert.Equal("Hagen", (await visitor.Page("/imprint")).QuerySelector(".prose")!.TextContent.Trim().Split((char)10)[^1]);
        Assert.Equal("Rohrnetz", (await visitor.Page("/imprint")).QuerySelector(".prose strong")!.TextContent);
        Assert.Contains("#aa0011", await visitor.GetStringAsync("/theme.css"));
        Assert.Contains("by invitation", (await visitor.Page("/signup")).Body!.TextContent);
        Assert.Contains("Rohrnetz", (await visitor.Page("/signin")).Title);
        var entry = await server.Db(db => db.AuditEntries.SingleAsync());
        Assert.Equal(("NetworkChanged", operating.Id), (entry.Action.ToString(), entry.ById));
        Assert.Contains("Imprint", entry.Note);
        Assert.Equal(1, await server.Db(db => db.Networks.Select(n => n.Version).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task An_imprint_is_obligatory_and_input_is_kept(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        var page = await (await operating.Client.Submit("/admin/settings", Form(("imprint", " ")))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("Rohrnetz", page.QuerySelector("input[name=network]")!.GetAttribute("value"));
        Assert.Equal("Drahtnetz", await server.Db(db => db.Networks.Select(n => n.Name).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_privacy_notice_is_there_in_both_languages_until_the_operator_writes_another(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        Assert.Contains("No tracking", (await server.Client().Page("/privacy")).Body!.TextContent);
        Assert.Contains("Kein Tracking", (await server.Client(language: Gilde.Web.Web.Language.German).Page("/privacy")).Body!.TextContent);
        Assert.Contains("Altena", (await server.Client().Page("/privacy")).Body!.TextContent);
        var operating = await server.Member("Olaf Netz", role: MemberRole.Operator);
        await operating.Client.SubmitOk("/admin/settings", Form(("privacy", "Unsere eigenen Hinweise <script>alert(1)</script>")));
        var own = await server.Client().Page("/privacy");
        Assert.Contains("Unsere eigenen Hinweise", own.Body!.TextContent);
        Assert.Null(own.QuerySelector(".prose script"));
    }
}
