using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gilde.Web.Accounts;

/// <summary>Makes the pronounceable address of a member from the name: Jörg Müßiggang → joerg-muessiggang.</summary>
public static class Handles
{
    public const int MaxLength = 40;
    private const int Room = 5;

    private static readonly HashSet<string> Reserved =
    [
        "admin", "administrator", "operator", "betreiber", "moderator", "support", "hilfe", "help", "security", "sicherheit", "info", "kontakt", "contact", "team", "presse", "press",
        "gilde", "network", "netzwerk", "system", "root", "postmaster", "webmaster", "hostmaster", "abuse", "noreply", "no-reply", "me", "ich", "everyone", "alle", "all", "here", "channel",
        "null", "undefined", "anonymous", "anonym", "deleted", "geloescht", "imprint", "impressum", "privacy", "datenschutz", "api", "www", "mail",
    ];

    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "oe", ['å'] = "aa", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ħ'] = "h",
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['ґ'] = "g", ['д'] = "d", ['е'] = "e", ['є'] = "ye", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['і'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m",
        ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "",
        ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "yu", ['я'] = "ya", ['α'] = "a", ['β'] = "v", ['γ'] = "g", ['δ'] = "d", ['ε'] = "e", ['ζ'] = "z", ['η'] = "i", ['θ'] = "th", ['ι'] = "i", ['κ'] = "k",
        ['λ'] = "l", ['μ'] = "m", ['ν'] = "n", ['ξ'] = "x", ['ο'] = "o", ['π'] = "p", ['ρ'] = "r", ['σ'] = "s", ['ς'] = "s", ['τ'] = "t", ['υ'] = "y", ['φ'] = "f", ['χ'] = "ch", ['ψ'] = "ps", ['ω'] = "o",
    };

    /// <summary>The handle a name leads to, not yet looked up; made up where the script of the name has no spelling here.</summary>
    public static string From(string name)
    {
        var handle = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormC)) handle.Append(Letters(c));
        var words = handle.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('-', words);
        if (joined.Length > MaxLength - Room) joined = joined[..(MaxLength - Room)].TrimEnd('-');
        if (joined.Length < 3) joined = MadeUp();
        return Reserved.Contains(joined) ? joined + "-" + MadeUp() : joined;
    }

    /// <summary>Letters, digits and single hyphens, three at least, and no word that would pass for the network itself.</summary>
    public static bool IsFit(string handle) =>
        handle.Length is >= 3 and <= MaxLength && handle.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
        && handle.Any(char.IsAsciiLetter) && handle[0] != '-' && handle[^1] != '-' && !handle.Contains("--", StringComparison.Ordinal) && !Reserved.Contains(handle);

    /// <summary>The handle itself, or the first of <c>-2</c>, <c>-3</c>… that nobody has.</summary>
    public static string Free(string handle, IReadOnlySet<string> taken)
    {
        if (!taken.Contains(handle)) return handle;
        for (var number = 2; ; number++)
            if (!taken.Contains($"{handle}-{number}")) return $"{handle}-{number}";
    }

    private static string Letters(char c)
    {
        if (c is >= 'a' and <= 'z') return c.ToString();
        if (Spelled.TryGetValue(c, out var spelled)) return spelled;
        if (c is ' ' or '-') return "-";
        // Accents fall off: é → e. What is left of other scripts has no letter here.
        return string.Concat(c.ToString().Normalize(NormalizationForm.FormD)
            .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            .Select(part => part is >= 'a' and <= 'z' ? part.ToString() : Spelled.GetValueOrDefault(part, "")));
    }

    private static string MadeUp() => string.Concat(Enumerable.Range(0, 3).Select(_ => $"{RandomNumberGenerator.GetItems<char>("bdfgklmnprst", 1)[0]}{RandomNumberGenerator.GetItems<char>("aeiou", 1)[0]}"));
}
