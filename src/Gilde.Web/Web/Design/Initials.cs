using System.Globalization;

namespace Gilde.Web.Web.Design;

/// <summary>The one or two letters that stand for a name without a picture: "Dr. Anna-Lena von der Heide" is AH.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsPartOfName).ToArray();
        if (words.Length == 0) return "?";
        var first = FirstLetter(words[0]);
        return words.Length == 1 ? first : first + FirstLetter(words[^1]);
    }

    // Titles end in a full stop, particles ("von", "de", "bin") are lower case: neither names the person.
    private static bool IsPartOfName(string word) => !word.EndsWith('.') && !char.IsLower(word, 0) && (char.IsLetterOrDigit(word, 0) || char.IsSurrogate(word[0]));

    // A letter with its combining marks counts as one.
    private static string FirstLetter(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();
}
