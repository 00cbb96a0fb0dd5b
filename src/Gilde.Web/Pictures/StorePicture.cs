using System.Security.Cryptography;
using Gilde.Web.Formats;

namespace Gilde.Web.Pictures;

/// <summary>Why a picture was not taken; <see cref="PictureWords"/> says it in words.</summary>
public enum PictureRefusal { NoTool, Empty, TooLarge, WrongType, TooManyPixels, Damaged }

/// <summary>What became of an upload: the picture, or why there is none.</summary>
public sealed record PictureUpload(Picture? Picture, PictureRefusal? Refusal);

/// <summary>What is uploaded and what it belongs to.</summary>
/// <param name="ContextId">The conversation, for pictures of one.</param>
public sealed record PictureOrder(long OwnerId, PicturePurpose Purpose, string Alternative = "", long? ContextId = null);

/// <summary>
/// Takes an upload: checks it, decodes it outside this process, writes its sizes anew and syncs them. The row is added to the unit of work;
/// the caller saves it together with what the picture belongs to.
/// </summary>
public sealed class StorePicture(GildeDb db, PictureTool tool, PictureFolder folder, IClock clock)
{
    public const int MaxBytes = 10 << 20;
    public const long MaxPixels = 40_000_000;

    public async Task<PictureUpload> Execute(PictureOrder order, Stream content, CancellationToken stop)
    {
        if (!tool.IsThere) return Refused(PictureRefusal.NoTool);
        var scratch = folder.NewScratch();
        try
        {
            var upload = Path.Combine(scratch, "upload");
            if ((await Receive(content, upload, stop) ?? await Check(upload, stop)) is { } refusal) return Refused(refusal);
            var shape = PictureShape.For(order.Purpose);
            if (await Render(upload, scratch, shape, stop) is not { } size) return Refused(PictureRefusal.Damaged);
            File.Delete(upload);
            var hash = await Hash(Path.Combine(scratch, shape.Largest.FileName), stop);
            var picture = new Picture
            {
                OwnerId = order.OwnerId, Purpose = order.Purpose, ContextId = order.ContextId, Width = size.Width, Height = size.Height, Sha256 = hash,
                Alternative = VisibleText.Line(order.Alternative), Folder = folder.Keep(scratch), CreatedAt = clock.GetCurrentInstant(),
            };
            db.Add(picture);
            return new PictureUpload(picture, null);
        }
        finally
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<PictureRefusal?> Receive(Stream content, string file, CancellationToken stop)
    {
        var head = new byte[PictureType.Needed];
        await using var target = File.Create(file);
        var buffer = new byte[81920];
        long total = 0;
        for (int read; (read = await content.ReadAsync(buffer, stop)) > 0; total += read)
        {
            if (total + read > MaxBytes) return PictureRefusal.TooLarge;
            if (total < head.Length) buffer.AsSpan(0, (int)Math.Min(read, head.Length - total)).CopyTo(head.AsSpan((int)total));
            await target.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        if (total == 0) return PictureRefusal.Empty;
        return PictureType.Of(head) is null ? PictureRefusal.WrongType : null;
    }

    /// <summary>Decodes once and writes all sizes; null where the file turns out broken.</summary>
    private async Task<(int Width, int Height)?> Render(string upload, string scratch, PictureShape shape, CancellationToken stop)
    {
        var plain = Path.Combine(scratch, "plain.png");
        if (!await tool.Decode(upload, plain, shape.Largest.Width, shape.Largest.Height, shape.Cropped, stop)) return null;
        foreach (var rendition in shape.Renditions)
            if (!await tool.Shrink(plain, Path.Combine(scratch, rendition.FileName), rendition.Width, rendition.Height, stop)) return null;
        var measured = await tool.Measure(plain, stop);
        File.Delete(plain);
        return measured is { } m ? (m.Width, m.Height) : null;
    }

    /// <summary>By the header alone, before a pixel is decoded: libvips must read it as what its first bytes say, and it must not be too large.</summary>
    private async Task<PictureRefusal?> Check(string upload, CancellationToken stop)
    {
        if (await tool.Measure(upload, stop) is not { } header) return PictureRefusal.Damaged;
        if (header.Loader != await TypeOf(upload, stop)) return PictureRefusal.WrongType;
        return (long)header.Width * header.Height > MaxPixels ? PictureRefusal.TooManyPixels : null;
    }

    private static async Task<string?> TypeOf(string file, CancellationToken stop)
    {
        var head = new byte[PictureType.Needed];
        await using var stream = File.OpenRead(file);
        await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        return PictureType.Of(head)?.Loader;
    }

    private static async Task<string> Hash(string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }

    private static PictureUpload Refused(PictureRefusal refusal) => new(null, refusal);
}
