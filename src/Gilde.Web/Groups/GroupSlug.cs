using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gilde.Web.Groups;

/// <summary>The address of a group from its name: "Draht &amp; Kabel für Öfen 4.0" → draht-kabel-fuer-oefen-4-0.</summary>
internal static class GroupSlug
{
    private const int Room = 6;
    /// <summary>So many random characters at the end of a secret group's address.</summary>
    private const int Random = 12;
    private const string Nameless = "group";
    /// <summary>Addresses below /groups that are something else.</summary>
    private static readonly string[] Reserved = ["new"];

    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Replace("ä", "ae").Replace("ö", "oe").Replace("ü", "ue").Replace("ß", "ss").Replace("&", " ").Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > Group.MaxSlug - Room) slug.Length = Group.MaxSlug - Room;
        var text = slug.ToString().Trim('-');
        return text.Length == 0 || Reserved.Contains(text) ? text.Length == 0 ? Nameless : $"{Nameless}-{text}" : text;
    }

    /// <summary>For a secret group: nobody can guess it, and it keeps no other group from its own.</summary>
    public static string Secret(string slug) => $"{slug[..Math.Min(slug.Length, Group.MaxSlug - Random - 1)].TrimEnd('-')}-{RandomNumberGenerator.GetHexString(Random, lowercase: true)}";

    /// <summary>The slug itself, or the first of <c>-2</c>, <c>-3</c>… that no group has.</summary>
    public static string Free(string slug, IReadOnlySet<string> taken)
    {
        if (!taken.Contains(slug)) return slug;
        for (var number = 2; ; number++)
            if (!taken.Contains($"{slug}-{number}")) return $"{slug}-{number}";
    }
}
