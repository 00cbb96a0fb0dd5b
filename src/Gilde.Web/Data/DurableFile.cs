using System.Runtime.InteropServices;

namespace Gilde.Web.Data;

/// <summary>Puts files on the disk for good, before a row that names them commits.</summary>
internal static class DurableFile
{
    public static void SyncFile(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>A folder's entries are durable only once the folder itself is synced, for which .NET has no call.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS()) return;
        var handle = Open(folder, 0);
        if (handle < 0 || Sync(handle) != 0) throw new IOException($"Could not sync {folder} (error {Marshal.GetLastPInvokeError()})");
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
