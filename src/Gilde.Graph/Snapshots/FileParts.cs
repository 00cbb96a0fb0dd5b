using Microsoft.Win32.SafeHandles;

namespace Gilde.Graph;

/// <summary>Reads and writes more than a span can hold.</summary>
static unsafe class FileParts
{
    public const int Part = 1 << 26;

    public static void Write(SafeFileHandle file, byte* from, long bytes, long at)
    {
        for (var done = 0L; done < bytes; done += Part) RandomAccess.Write(file, new ReadOnlySpan<byte>(from + done, (int)Math.Min(Part, bytes - done)), at + done);
    }

    /// <returns>Whether the file had them all.</returns>
    public static bool TryRead(SafeFileHandle file, byte* to, long bytes, long at)
    {
        for (var done = 0L; done < bytes;)
        {
            var read = RandomAccess.Read(file, new Span<byte>(to + done, (int)Math.Min(Part, bytes - done)), at + done);
            if (read == 0) return false;
            done += read;
        }
        return true;
    }
}
