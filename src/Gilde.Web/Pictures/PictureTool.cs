using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Gilde.Web.Pictures;

/// <summary>
/// libvips' command-line tools, each run a process of its own with limits of memory, processor time, file size and wall-clock time: a picture that
/// breaks a decoder breaks nothing else. Loading libvips into this process is no way, it quarrels with SQLite.
/// </summary>
/// <param name="path">The folders in which the tools are looked for, as in the environment variable PATH.</param>
public sealed partial class PictureTool(ILogger<PictureTool> log, string path)
{
    private const string Limits = "ulimit -v 2000000; ulimit -t 20; ulimit -f 200000; ulimit -c 0; exec \"$@\"";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(2);
    private bool found;

    /// <summary>Whether the tools are there; looked up until they are, so that the operator may install them while the server runs.</summary>
    public bool IsThere => found = found || (OnPath("vips") && OnPath("vipsheader"));

    /// <summary>Width, height and the loader that libvips takes for the file; null where it cannot read it.</summary>
    public async Task<(int Width, int Height, string Loader)?> Measure(string file, CancellationToken stop)
    {
        var (ok, said) = await Run(["vipsheader", file], stop);
        var header = Header().Match(said);
        return ok && header.Success && int.TryParse(header.Groups[1].Value, out var width) && int.TryParse(header.Groups[2].Value, out var height)
            ? (width, height, header.Groups[3].Value)
            : null;
    }

    /// <summary>Decodes an untrusted file into a plain one, upright, in sRGB, of the size given, without metadata. A broken or cut-off file fails.</summary>
    public async Task<bool> Decode(string file, string target, int width, int height, bool crop, CancellationToken stop) =>
        (await Run(["vips", "thumbnail", file, target + "[strip]", $"{width}", "--height", $"{height}", .. crop ? ["--crop", "attention"] : new[] { "--size", "down" }, "--export-profile", "srgb", "--fail-on", "error"], stop)).Ok;

    /// <summary>Makes a smaller copy of a file that <see cref="Decode"/> wrote.</summary>
    public async Task<bool> Shrink(string file, string target, int width, int height, CancellationToken stop) =>
        (await Run(["vips", "thumbnail", file, target + (target.EndsWith(".jpg", StringComparison.Ordinal) ? "[Q=86,strip,background=255]" : "[Q=82,strip]"), $"{width}", "--height", $"{height}", "--size", "down"], stop)).Ok;

    private async Task<(bool Ok, string Said)> Run(string[] command, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            using var process = Process.Start(Start(command))!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Patience);
            var (said, complaint) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                stop.ThrowIfCancellationRequested();
                log.LogWarning("{Tool} took too long and was stopped", command[0]);
                return (false, "");
            }
            if ((await complaint).Contains("No space left", StringComparison.OrdinalIgnoreCase)) throw new IOException("No space left on device");
            if (process.ExitCode != 0) log.LogInformation("{Tool} ended with {Code}: {Complaint}", command[0], process.ExitCode, Clip(await complaint));
            return (process.ExitCode == 0, await said);
        }
        finally
        {
            turn.Release();
        }
    }

    private ProcessStartInfo Start(string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Limits, "sh", .. command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        // Only the loaders that libvips' makers hold fit for files from strangers.
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return start;
    }

    private bool OnPath(string tool) => path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static string Clip(string text) => text.Length > 300 ? text[..300] : text;

    [GeneratedRegex(@": (\d{1,9})x(\d{1,9}) .*, (\w+?)(?:_source|_buffer)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
