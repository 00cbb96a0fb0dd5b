using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;

namespace Gilde.Web.Tests.Pictures;

/// <summary>Pictures for tests, made byte by byte or by the tools that the server itself uses.</summary>
internal static class Samples
{
    /// <summary>Left half red, right half blue.</summary>
    public static byte[] Png(int width = 300, int height = 200) => Png(width, height, RedAndBlue(width, height));

    /// <summary>A header that promises pixels which the file does not hold.</summary>
    public static byte[] PngHeaderOnly(int width, int height) => Png(width, height, []);

    public static byte[] Jpeg(int width = 300, int height = 200) => Convert(Png(width, height), "jpg");
    public static byte[] Webp() => Convert(Png(), "webp");

    /// <summary>Two frames of two by two pixels.</summary>
    public static byte[] AnimatedGif()
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x02, 0x05, 0];
        return [.. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, .. frame, .. frame, 0x3B];
    }

    public static byte[] Svg() => "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><script>alert(1)</script></svg>"u8.ToArray();

    /// <summary>A JPEG with an EXIF segment: turned on its side, and telling where it was taken.</summary>
    public static byte[] JpegWithExif(int width, int height)
    {
        var jpeg = Jpeg(width, height);
        var tiff = new MemoryStream();
        // One directory: orientation 6 (turn right) and a description that a reader of the output would find.
        tiff.Write("II*\0"u8);
        tiff.Write([8, 0, 0, 0, 2, 0]);
        tiff.Write([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
        tiff.Write([0x0E, 0x01, 2, 0, 24, 0, 0, 0, 38, 0, 0, 0]);
        tiff.Write([0, 0, 0, 0]);
        tiff.Write("GPS-51.2966N-7.6723E-GPS"u8);
        byte[] payload = [.. "Exif\0\0"u8, .. tiff.ToArray()];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(payload.Length + 2));
        return [.. jpeg[..2], 0xFF, 0xE1, .. length, .. payload, .. jpeg[2..]];
    }

    /// <summary>A JPEG that is a web page as well: script in a comment segment and behind its end.</summary>
    public static byte[] Polyglot()
    {
        var jpeg = Jpeg();
        var comment = Encoding.ASCII.GetBytes("<script>alert('polyglot')</script>");
        return [.. jpeg[..2], 0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. comment, .. jpeg[2..], .. comment, .. "PK\x03\x04"u8];
    }

    /// <summary>Width and height, as the tools read them.</summary>
    public static (int Width, int Height) Size(byte[] picture)
    {
        var file = Temporary(picture, "bin");
        var said = Run("vipsheader", file).Split(": ")[1].Split(' ')[0].Split('x');
        return (int.Parse(said[0]), int.Parse(said[1]));
    }

    private static byte[] Convert(byte[] png, string extension)
    {
        var (source, target) = (Temporary(png, "png"), Path.Combine(Databases.NewFolder(), "out." + extension));
        Run("vips", "copy", source, target);
        return File.ReadAllBytes(target);
    }

    private static string Temporary(byte[] bytes, string extension)
    {
        var file = Path.Combine(Databases.NewFolder(), "in." + extension);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said;
    }

    private static byte[] RedAndBlue(int width, int height)
    {
        var rows = new byte[height * (1 + width * 3)];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                rows[y * (1 + width * 3) + 1 + x * 3 + (x < width / 2 ? 0 : 2)] = 255;
        return rows;
    }

    private static byte[] Png(int width, int height, byte[] rows)
    {
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) == 1 ? 0xEDB88320 : 0);
        }
        return ~crc;
    }
}
