using System.Runtime.InteropServices;

namespace Gilde.Web.Web;

/// <summary>
/// Gives freed memory of the compiler, SQLite and encryption back to the machine twice a minute. The C library keeps what its threads freed for
/// itself, after the start some 15 MB of it.
/// </summary>
internal sealed class FreedMemory(IHostApplicationLifetime server) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        // Only the GNU library keeps and knows how to give back.
        if (!NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "malloc_trim", out _)) return;
        await server.Started(stop);
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stop)) Trim(0);
    }

    /// <remarks>https://man7.org/linux/man-pages/man3/malloc_trim.3.html</remarks>
    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static extern int Trim(nuint pad);
}
