using System.Globalization;
using System.Text;

namespace Gilde.Web.Demo;

/// <summary>Gives each person a handle that one can say aloud: ASCII, ä as ae, a number only where names repeat in one town.</summary>
internal sealed class DemoHandles
{
    private const int MaxLength = 40;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Take(string given, string family, string town)
    {
        var name = Fit(Ascii($"{given} {family}"));
        if (taken.Add(name)) return name;
        var local = Fit($"{name}-{Ascii(town).Split('-')[0]}");
        if (taken.Add(local)) return local;
        for (var number = 2; ; number++)
            if (taken.Add($"{name}-{number}")) return $"{name}-{number}";
    }

    /// <summary>Lower-case letters and digits of ASCII, everything between as one dash.</summary>
    public static string Ascii(string text)
    {
        var result = new StringBuilder();
        foreach (var letter in Spell(text.ToLowerInvariant()).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter)) result.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && result.Length > 0 && result[^1] != '-') result.Append('-');
        }
        return result.ToString().TrimEnd('-');
    }

    /// <summary>Letters that do not fall apart into ASCII and an accent, or are spelled with two.</summary>
    private static string Spell(string text) => text
        .Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ß", "ss")
        .Replace("ł", "l").Replace("ı", "i").Replace("đ", "d").Replace("ø", "oe").Replace("æ", "ae");

    private static string Fit(string handle) => handle.Length <= MaxLength - 4 ? handle : handle[..(MaxLength - 4)].TrimEnd('-');
}
