using System.IO.Compression;
using System.Text.Json;

namespace Gilde.Web.Imports;

/// <summary>What a member's file says, read and waiting for them to choose. One at a time, private to the member, gone when applied or after a day.</summary>
public sealed class StagedImport
{
    public const int MaxFileName = 200;
    public static readonly Duration Kept = Duration.FromDays(1);

    public long MemberId { get; init; }
    public required string FileName { get; init; }
    public Instant ReadAt { get; init; }
    public Instant ExpiresAt { get; init; }
    /// <summary>The content as JSON, packed.</summary>
    public required byte[] Packed { get; init; }
    /// <summary>Bit n is set where the member has unticked person n.</summary>
    public byte[] LeftOut { get; set; } = [];

    public static StagedImport Of(long memberId, string fileName, ImportContent content, Instant now) => new()
    {
        MemberId = memberId, FileName = fileName, ReadAt = now, ExpiresAt = now + Kept, Packed = Pack(content),
    };

    public ImportContent Content()
    {
        using var unpacked = new GZipStream(new MemoryStream(Packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ImportContent>(unpacked) ?? new ImportContent();
    }

    public bool IsLeftOut(int person) => person / 8 < LeftOut.Length && (LeftOut[person / 8] & (1 << (person % 8))) != 0;

    public void LeaveOut(int person, bool left)
    {
        var bits = new byte[Math.Max(LeftOut.Length, person / 8 + 1)];
        LeftOut.CopyTo(bits, 0);
        if (left)
            bits[person / 8] |= (byte)(1 << (person % 8));
        else
            bits[person / 8] &= (byte)~(1 << (person % 8));
        LeftOut = bits;
    }

    private static byte[] Pack(ImportContent content)
    {
        var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(pack, content);
        return packed.ToArray();
    }
}
