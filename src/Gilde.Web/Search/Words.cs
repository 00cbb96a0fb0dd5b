using System.Globalization;
using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Search;

/// <summary>Text as search compares it: words of letters and digits, lower case, without accents; ä, ae and a are one, and so for ö and ü.</summary>
public static class Words
{
    private const int LongestWord = 60;

    /// <summary>The folded words of a text, in their order.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) yield break;
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) word.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && word.Length > 0)
            {
                yield return Finish(word);
                word.Clear();
            }
        }
        if (word.Length > 0) yield return Finish(word);
    }

    /// <summary>A phrase with its words folded, so that different spellings of one are equal.</summary>
    public static string Fold(string? text) => string.Join(' ', Of(text));

    /// <summary>
    /// The word without its ending, for German after Weißweiler and Fraser, "Developing a Stemmer for German Based on a Comparative Analysis of Publicly
    /// Available Stemmers" (CISTEM, 2017), lighter, and with the nouns and forms in -ung and -ing.
    /// </summary>
    public static string Stem(string word)
    {
        var stem = word;
        while (stem.Length > 3 && Ending(stem) is > 0 and var length) stem = stem[..^length];
        return stem;
    }

    private static int Ending(string word) => word switch
    {
        [_, _, _, _, .., 'u' or 'i', 'n', 'g'] when word.Length > 6 => 3,
        [.., 'e', 'm' or 'r'] when word.Length > 5 => 2,
        [.., 'n', 'd'] when word.Length > 5 => 2,
        [.., 'e' or 's' or 'n'] => 1,
        _ => 0,
    };

    private static string Finish(StringBuilder word)
    {
        if (word.Length > LongestWord) word = new StringBuilder(VisibleText.Cut(word.ToString(), LongestWord));
        word.Replace("ß", "ss").Replace("æ", "ae").Replace("œ", "oe").Replace("ø", "o").Replace("ł", "l").Replace("đ", "d");
        for (var i = word.Length - 1; i > 0; i--)
            // "ue" after a vowel or q is no umlaut: Bauer, neue, Quelle.
            if (word[i] == 'e' && (word[i - 1] is 'a' or 'o' || (word[i - 1] == 'u' && (i == 1 || word[i - 2] is not ('a' or 'e' or 'o' or 'q'))))) word.Remove(i, 1);
        return word.ToString();
    }
}
