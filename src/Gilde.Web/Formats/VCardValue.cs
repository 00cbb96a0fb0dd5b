using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gilde.Web.Formats;

/// <summary>Decodes the value of a property: transfer encoding, then character set, then escaped characters.</summary>
internal static class VCardValue
{
    public static string Text(VCardProperty property, bool old) => Decode(property, property.Value, old);

    /// <summary>The parts of a structured value or of a list.</summary>
    public static string[] Parts(VCardProperty property, char separator, bool old) =>
        [.. Split(property.Value, separator).Select(part => Decode(property, part, old))];

    /// <summary>The picture or other data that the value carries, null when it carries none or a broken one.</summary>
    public static VCardPhoto? Data(VCardProperty property)
    {
        var value = property.Value.Trim().Replace("\\", "");
        if (value.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            var comma = value.IndexOf(',');
            return comma > 0 && value[5..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase) && Base64Bytes(value[(comma + 1)..]) is { } data
                ? new VCardPhoto(value[5..comma].Split(';')[0].ToLowerInvariant(), data)
                : null;
        }
        if (!property.Is("ENCODING", "B") && !property.Is("ENCODING", "BASE64"))
            return null;
        return Base64Bytes(value) is { } bytes ? new VCardPhoto(MediaType(property.Parameter("TYPE")), bytes) : null;
    }

    /// <summary>Whether the value only points to data elsewhere.</summary>
    public static bool IsAddress(VCardProperty property) =>
        property.Value.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static string MediaType(string? type) => type?.ToLowerInvariant() switch
    {
        null or "jpg" => "image/jpeg",
        var full when full.Contains('/') => full,
        var name => "image/" + name,
    };

    private static byte[]? Base64Bytes(string text)
    {
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return compact.Length > 0 && Base64.IsValid(compact) ? Convert.FromBase64String(compact) : null;
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == separator)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
        yield return text[start..];
    }

    private static string Decode(VCardProperty property, string part, bool old)
    {
        var bytes = property.Is("ENCODING", "QUOTED-PRINTABLE") ? QuotedPrintable(part) : Encoding.Latin1.GetBytes(part);
        return Unescape(Charset(property.Parameter("CHARSET")).GetString(bytes), old);
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }
        return [.. bytes];
    }

    /// <summary>Windows-1252 stands in for ISO-8859-1, of which it is the part that is really meant.</summary>
    private static Encoding Charset(string? name)
    {
        try
        {
            return name?.ToUpperInvariant() switch
            {
                null or "" or "UTF-8" or "UTF8" => LenientUtf8.Encoding,
                "ISO-8859-1" or "LATIN1" or "US-ASCII" => LenientUtf8.Windows1252,
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other) ?? Encoding.GetEncoding(other),
            };
        }
        catch (ArgumentException)
        {
            return LenientUtf8.Encoding;
        }
    }

    /// <summary>Version 2.1 escapes separators alone; there a backslash before “n” is a backslash.</summary>
    private static string Unescape(string text, bool old)
    {
        if (!text.Contains('\\'))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '\\' && i + 1 < text.Length ? text[i + 1] : '\0';
            if (next is '\\' or ';' or ',' or ':')
                plain.Append(text[++i]);
            else if (next is 'n' or 'N' && !old)
            {
                plain.Append('\n');
                i++;
            }
            else
            {
                plain.Append(text[i]);
            }
        }
        return plain.ToString();
    }
}
