using System.Globalization;
using System.Text;

namespace Gilde.Web.Imports.Network;

/// <summary>From a name to the words of a handle: <c>Jörg Þór Müller-Łęcki</c> is <c>joerg-thor-mueller-lecki</c>.</summary>
internal static class HandleWords
{
    private const int MaxLength = 30;
    private const string Nameless = "mitglied";

    private static readonly Dictionary<char, string> Spelled = new()
    {
        ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss", ['æ'] = "ae", ['ø'] = "oe", ['å'] = "aa",
        ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['œ'] = "oe", ['ı'] = "i",
    };

    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (words.Length == MaxLength)
                break;
            Append(words, char.ToLowerInvariant(c));
        }
        var handle = words.ToString().TrimEnd('-');
        return handle.Length < 2 ? Nameless : handle;
    }

    private static void Append(StringBuilder words, char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
            words.Append(c);
        else if (Spelled.TryGetValue(c, out var spelled))
            words.Append(spelled);
        else if (char.IsAscii(c) || !IsPartOfWord(c))
            words.Append(words.Length > 0 && words[^1] != '-' ? "-" : "");
        else if (c.ToString().Normalize(NormalizationForm.FormD)[0] is var bare && char.IsAsciiLetter(bare))
            words.Append(bare);
    }

    private static bool IsPartOfWord(char c) => char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
