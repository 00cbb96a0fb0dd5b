using System.IO.Compression;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>
/// A zip file from outside. Its directory is checked before anything is unpacked, files are read as streams
/// and never written anywhere, and no file yields more than its limit, whatever it declares.
/// </summary>
internal sealed class ArchiveZip : IDisposable
{
    private const int MaxEntries = 10_000;
    private const long MaxFile = 256L * 1024 * 1024;
    private const long MaxTotal = 2L * 1024 * 1024 * 1024;

    /// <summary>Text packs ten- to thirtyfold; a bomb a thousandfold.</summary>
    private const long MaxRatio = 200;

    /// <summary>Small files may pack better than the ratio allows.</summary>
    private const long Allowance = 1024 * 1024;

    private readonly ZipArchive _zip;

    private ArchiveZip(ZipArchive zip) => _zip = zip;

    public static ArchiveFault? TryOpen(Stream stream, out ArchiveZip? archive)
    {
        archive = null;
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var fault = FaultOf(zip.Entries);
            if (fault is null)
                archive = new ArchiveZip(zip);
            else
                zip.Dispose();
            return fault;
        }
        catch (InvalidDataException)
        {
            return ArchiveFault.Damaged;
        }
    }

    /// <summary>The file of this name nearest to the root, in any folder and any case.</summary>
    public (string Path, Stream Content)? Open(string name)
    {
        var entry = _zip.Entries
            .Where(e => FileName(e).Equals(name, StringComparison.OrdinalIgnoreCase))
            .MinBy(e => e.FullName.Length);
        return entry is null ? null : (entry.FullName, new LimitedStream(entry.Open(), Limit(entry)));
    }

    public void Dispose() => _zip.Dispose();

    private static ArchiveFault? FaultOf(IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > MaxEntries)
            return ArchiveFault.TooLarge;
        if (entries.Any(e => LeavesFolder(e.FullName)))
            return ArchiveFault.UnsafePath;
        if (entries.Any(e => e.IsEncrypted))
            return ArchiveFault.Encrypted;
        return entries.Any(e => e.Length > Limit(e)) || entries.Sum(e => e.Length) > MaxTotal ? ArchiveFault.TooLarge : null;
    }

    private static bool LeavesFolder(string path) =>
        path.StartsWith('/') || path.StartsWith('\\') || path.Contains(':') || path.Split('/', '\\').Contains("..");

    private static long Limit(ZipArchiveEntry entry) => Math.Min(MaxFile, Allowance + entry.CompressedLength * MaxRatio);

    private static string FileName(ZipArchiveEntry entry) => entry.FullName[(entry.FullName.LastIndexOfAny(['/', '\\']) + 1)..];
}
