using System.Text.RegularExpressions;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>An address as people write it, line by line, in the parts that address books have.</summary>
internal static partial class PostalLines
{
    public static VCardAddress Read(string text, VCardUse use)
    {
        var lines = text.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var town = Array.FindIndex(lines, l => Town().IsMatch(l));
        if (town < 0) return new VCardAddress(string.Join(", ", lines), "", Use: use);
        var match = Town().Match(lines[town]);
        return new VCardAddress(string.Join(", ", lines[..town]), match.Groups[2].Value, PostalCode: match.Groups[1].Value, Country: string.Join(", ", lines[(town + 1)..]), Use: use);
    }

    [GeneratedRegex(@"^((?:[A-Z]{1,3}-)?\d{4,5}) (.+)$")]
    private static partial Regex Town();
}
