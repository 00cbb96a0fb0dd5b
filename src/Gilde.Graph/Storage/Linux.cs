using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>What Linux gives beyond the framework: memory that is zeroed without a pass over it and lies in huge pages where the kernel grants them, and renames that last.</summary>
static unsafe class Linux
{
    const int ReadWrite = 1 | 2, PrivateAnonymous = 0x02 | 0x20, HugePageAdvice = 14;

    public static bool TryMap(nuint bytes, out void* start)
    {
        start = Mmap(null, bytes, ReadWrite, PrivateAnonymous, -1, 0);
        return (nint)start != -1;
    }

    /// <summary>A wish: refused, the memory works all the same.</summary>
    public static void AskForHugePages(void* start, nuint bytes) => _ = Madvise(start, bytes, HugePageAdvice);

    public static void Unmap(void* start, nuint bytes) => _ = Munmap(start, bytes);

    /// <summary>Brings a folder to the disk, so that a rename in it outlasts a loss of power.</summary>
    public static void SyncFolder(string path)
    {
        var folder = Open(path, flags: 0);
        if (folder < 0) return;
        _ = Sync(folder);
        _ = Close(folder);
    }

    [DllImport("libc", EntryPoint = "mmap")]
    static extern void* Mmap(void* address, nuint bytes, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "munmap")]
    static extern int Munmap(void* address, nuint bytes);

    [DllImport("libc", EntryPoint = "madvise")]
    static extern int Madvise(void* address, nuint bytes, int advice);

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    static extern int Sync(int file);

    [DllImport("libc", EntryPoint = "close")]
    static extern int Close(int file);
}
