using System.Diagnostics;

namespace Gilde.Web.Profiles.Export;

/// <summary>
/// Makes PDF files with the system's Chromium, if there is one: a process of its own, one at a time, with a time limit and
/// without a network, on a document whose own policy lets it load and run nothing.
/// </summary>
/// <param name="path">The folders in which Chromium is looked for, as in the environment variable PATH.</param>
public sealed class PdfPrinter(ILogger<PdfPrinter> log, string path)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(1);

    public bool IsThere => Chromium is not null;

    private string? Chromium => Names.SelectMany(name => path.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The document as PDF; null if there is no Chromium or it failed.</summary>
    public async Task<byte[]?> Print(string html, CancellationToken stop)
    {
        if (Chromium is not { } chromium) return null;
        await turn.WaitAsync(stop);
        var folder = Directory.CreateTempSubdirectory("gilde-pdf-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "cv.html"), Path.Combine(folder.FullName, "cv.pdf"));
            await File.WriteAllTextAsync(source, html, stop);
            return await Run(chromium, folder.FullName, source, target, stop) && File.Exists(target) ? await File.ReadAllBytesAsync(target, stop) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
            turn.Release();
        }
    }

    private async Task<bool> Run(string chromium, string folder, string source, string target, CancellationToken stop)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--no-pdf-header-footer", $"--print-to-pdf={target}", new Uri(source).AbsoluteUri,
        ];
        // Chromium's own sandbox refuses to start for root, as in containers.
        if (Environment.IsPrivilegedProcess) arguments.Insert(0, "--no-sandbox");
        using var process = Process.Start(new ProcessStartInfo(chromium, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        var said = Task.WhenAll(process.StandardError.ReadToEndAsync(CancellationToken.None), process.StandardOutput.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            stop.ThrowIfCancellationRequested();
            log.LogWarning("Chromium took too long to print and was stopped");
            return false;
        }
        await said;
        if (process.ExitCode != 0) log.LogWarning("Chromium ended with {Code} while printing", process.ExitCode);
        return process.ExitCode == 0;
    }
}
