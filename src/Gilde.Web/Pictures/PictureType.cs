namespace Gilde.Web.Pictures;

/// <summary>The kinds of picture that are taken, told by their first bytes; what a file calls itself does not count.</summary>
public sealed record PictureType(string Loader)
{
    public const string Accept = "image/jpeg,image/png,image/webp,image/gif";
    public const int Needed = 12;

    private static readonly PictureType Jpeg = new("jpegload"), Png = new("pngload"), Gif = new("gifload"), Webp = new("webpload");

    public static PictureType? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        _ => null,
    };
}
