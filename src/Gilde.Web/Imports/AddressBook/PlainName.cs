using System.Globalization;
using System.Text;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>A name for sorting and comparing: lower case, without accents, “ß” as “ss”, in single spaces.</summary>
internal static class PlainName
{
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant().Replace("ß", "ss").Replace('ı', 'i').Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether two ways to write a name mean one person: the words of the shorter are all in the longer, two at least.</summary>
    public static bool IsSame(string one, string other)
    {
        var a = Words(one);
        var b = Words(other);
        return Math.Min(a.Count, b.Count) >= 2 && (a.IsSubsetOf(b) || b.IsSubsetOf(a));
    }

    private static HashSet<string> Words(string name) => [.. Of(name).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries)];
}
