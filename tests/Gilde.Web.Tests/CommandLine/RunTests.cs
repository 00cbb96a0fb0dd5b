using System.Diagnostics;
using System.Runtime.Versioning;

namespace Gilde.Web.Tests.CommandLine;

/// <summary>./run on a machine that lacks something.</summary>
[SupportedOSPlatform("linux")]
public sealed class RunTests : IDisposable
{
    private readonly DirectoryInfo path = Directory.CreateTempSubdirectory("gilde-path-");

    public RunTests()
    {
        foreach (var tool in new[] { "dirname", "grep", "id" }) File.CreateSymbolicLink(Path.Combine(path.FullName, tool), "/usr/bin/" + tool);
    }

    [Fact]
    public async Task Without_the_sdk_it_says_how_to_get_it() => Assert.Matches("^The .NET 10 SDK is missing. Install .*\n$", await Run());

    [Fact]
    public async Task With_an_older_sdk_it_says_which_one_it_needs()
    {
        Has("dotnet", "8.0.404 [/usr/share/dotnet/sdk]");
        Assert.Matches("^The .NET 10 SDK is missing \\(found another version\\). Install .*\n$", await Run());
    }

    [Fact]
    public async Task Without_node_it_says_how_to_get_it()
    {
        Has("dotnet", "10.0.100 [/usr/share/dotnet/sdk]");
        Assert.Matches("^Node 20 is missing. Install .*\n$", await Run());
    }

    public void Dispose() => path.Delete(recursive: true);

    private void Has(string tool, string prints)
    {
        var file = Path.Combine(path.FullName, tool);
        File.WriteAllText(file, $"#!/bin/bash\necho '{prints}'\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>What ./run says when it gives up, with nothing but the tools of <see cref="path"/>.</summary>
    private async Task<string> Run()
    {
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Checkout.Root, "run")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = path.FullName;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        return said;
    }
}
