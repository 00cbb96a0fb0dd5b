using System.CommandLine;

namespace Gilde.Web.CommandLine;

/// <summary>Serves the network until it is told to stop.</summary>
internal static class Serve
{
    public static readonly Option<bool> Development = new("--development") { Description = "Style page, mail page and readable logs" };

    public static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        if (parsed.GetValue(Development)) settings = settings with { Development = true };
        await Server.Prepare(settings, stop);
        await using var app = Server.Build(settings);
        await app.StartAsync(stop);
        Console.WriteLine($"Gilde is ready: {settings.Address}");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
