using Gilde.Web.Formats;

namespace Gilde.Web.Accounts;

/// <summary>The name that a person is known by: first and last name, letters of any script.</summary>
public static class RealName
{
    public const int MaxLength = 100;

    /// <summary>Without control and direction characters, in single spaces.</summary>
    public static string Clean(string? text) => VisibleText.Line(text ?? "").Normalize(System.Text.NormalizationForm.FormC);

    /// <summary>Why the cleaned name cannot be taken, in words; null if it can.</summary>
    public static string? Problem(string name, Texts t)
    {
        if (name.Length == 0) return t["Please enter your name."];
        if (name.Length > MaxLength) return t["The name is longer than {0} characters.", MaxLength];
        if (name.Any(c => !IsNamePart(c))) return t["A name consists of letters, spaces, hyphens, apostrophes and full stops."];
        if (name.Split(' ').Count(part => part.Any(char.IsLetter)) < 2) return t["Please enter your first and last name."];
        return null;
    }

    private static bool IsNamePart(char c) =>
        char.IsLetter(c) || char.IsSurrogate(c) || c is ' ' or '-' or '.' or '\'' or '’' or '·' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
