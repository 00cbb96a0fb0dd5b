using System.Diagnostics;
using System.Text.RegularExpressions;
using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>A build takes the whole machine: what runs beside it would wait for its pages.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>The first command that anybody types: ./run --demo builds, fills the invented network, and prints whom to sign in as.</summary>
[Collection(Alone.Name)]
public partial class RunJourney(Browsers browsers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task One_command_leads_to_a_filled_network()
    {
        var port = ServerProcess.FreePort();
        using var run = Start(port, Databases.NewFolder());
        try
        {
            var printed = await Until(run, line => line.Contains($"http://localhost:{port}"));
            var (email, password) = (MemberLine().Match(printed).Groups[1].Value, MemberLine().Match(printed).Groups[2].Value);
            foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
            {
                var page = await browsers.Open(new Uri($"http://localhost:{port}"), screen);
                await page.SignIn(email, password);
                await Assertions.Expect(page.Locator(".ribbon")).ToContainTextAsync("erfunden");
                await Assertions.Expect(page.Locator("main .person, main .row").First).ToBeVisibleAsync();
                await page.IsSound();
            }
        }
        finally
        {
            run.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(int port, string data)
    {
        var start = new ProcessStartInfo(Path.Combine(Checkout.Root, "run")) { RedirectStandardOutput = true };
        foreach (var argument in new[] { "--demo", "--port", $"{port}", "--data", data }) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<string> Until(Process run, Func<string, bool> isLast)
    {
        using var patience = new CancellationTokenSource(Patience);
        var printed = "";
        while (await run.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            printed += line + "\n";
            if (isLast(line)) return printed;
        }
        throw new InvalidOperationException($"./run ended: {printed}");
    }

    [GeneratedRegex(@"(demo@\S+)\s+\S+\s+(\S+)")]
    private static partial Regex MemberLine();
}
