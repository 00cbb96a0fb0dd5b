using System.Diagnostics;

namespace Gilde.Web.Tests.Host;

/// <summary>The program as an operator runs it: a process of its own.</summary>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    public CliResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit {ExitCode}\n{Output}\n{Error}");
        return this;
    }

    public CliResult Failed()
    {
        Assert.True(ExitCode != 0, $"should have failed\n{Output}");
        return this;
    }
}

public static class Cli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<CliResult> Run(Settings settings, params string[] arguments) =>
        Run([.. arguments, "--data", settings.DataFolder, "--db", settings.Database]);

    public static async Task<CliResult> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Databases.NewFolder() };
        foreach (var argument in arguments.Prepend(typeof(Server).Assembly.Location)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new CliResult(process.ExitCode, await output, await error);
    }
}
