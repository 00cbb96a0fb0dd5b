using System.Globalization;
using System.Text;

namespace Gilde.Web.Formats;

/// <summary>Text from outside without what cannot be seen: control characters and those that turn the writing direction.</summary>
public static class VisibleText
{
    /// <summary>One line, each run of white space a single space.</summary>
    public static string Line(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (IsVisible(c))
            {
                clean.Append(c);
            }
        }
        return clean.ToString().TrimEnd();
    }

    /// <summary>Several lines, each ended by a line feed alone.</summary>
    public static string Block(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
            if (c is '\n' or '\t' || IsVisible(c))
                clean.Append(c);
        return clean.ToString().Trim();
    }

    /// <summary>At most so many characters, without half a sign at the end: nothing can store, fold or send half of an emoji.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max) return text;
        return text[..(max > 0 && char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }

    /// <summary>Most text is, and then costs no copy.</summary>
    private static bool IsClean(string text)
    {
        var space = true;
        foreach (var c in text)
        {
            if (c == ' ' ? space : char.IsWhiteSpace(c) || !IsVisible(c))
                return false;
            space = c == ' ';
        }
        return text.Length == 0 || !space;
    }

    private static bool IsVisible(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Control
        && c is not (>= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C' or '\uFEFF');
}
