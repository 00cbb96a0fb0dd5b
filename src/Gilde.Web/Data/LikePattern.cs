namespace Gilde.Web.Data;

/// <summary>Patterns for LIKE that find words in the middle of a text; what means something in a pattern stands behind <see cref="Escape"/>.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>The words as they stand.</summary>
    public static string Exactly(string words) => $"%{Escaped(words)}%";

    /// <summary>
    /// The words in any case, for a column under <c>ToLower()</c>. SQLite lowers ASCII letters only, so any other letter matches any one character.
    /// </summary>
    public static string InAnyCase(string words) =>
        $"%{string.Concat(Escaped(words.ToLowerInvariant()).EnumerateRunes().Select(letter => letter.IsAscii ? letter.ToString() : "_"))}%";

    private static string Escaped(string words) => words.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
