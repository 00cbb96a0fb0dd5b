using System.Text;

namespace Gilde.Web.Imports;

public enum ImportFileKind { Zip, VCard, Text }

/// <summary>Tells files apart by what is in them, not by what they are called.</summary>
internal static class ImportFile
{
    private const int Looked = 4096;

    public static ImportFileKind KindOf(Stream file)
    {
        var start = new byte[Looked];
        var length = file.ReadAtLeast(start, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        var bytes = start.AsSpan(0, length);
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return ImportFileKind.Zip;
        // UTF-16 writes a zero beside each of these letters.
        var text = Encoding.Latin1.GetString(bytes).Replace("\0", "");
        return text.Contains("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? ImportFileKind.VCard : ImportFileKind.Text;
    }
}
