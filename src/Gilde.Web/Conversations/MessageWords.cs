using System.Globalization;
using System.Text;

namespace Gilde.Web.Conversations;

/// <summary>Words as the search over messages knows them: Müller, Mueller and Muller are the same. The migration that fills the index folds alike.</summary>
public static class MessageWords
{
    private const int MostWords = 8;
    private const int LongestWord = 40;

    /// <summary>What to look for: runs of letters and digits, the first few.</summary>
    public static IReadOnlyList<string> Of(string? query)
    {
        var words = new List<string>();
        foreach (var (start, length) in Runs(query ?? ""))
            if (words.Count < MostWords) words.Add(query!.Substring(start, Math.Min(length, LongestWord)).ToLowerInvariant());
        return words.Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>As far as the index needs it folded; what is left (capitals, other marks) its tokenizer does.</summary>
    public static string Fold(string word) =>
        word.ToLowerInvariant().Replace("ß", "ss").Replace("ae", "a").Replace("oe", "o").Replace("ue", "u");

    /// <summary>A piece of the text around the first hit, with all hits in it marked.</summary>
    public static IReadOnlyList<(string Text, bool IsHit)> Excerpt(string text, IReadOnlyList<string> words, int length = 220)
    {
        var wanted = words.Select(w => Plain(Fold(w))).ToList();
        var hits = Runs(text).Where(r => IsHit(Plain(Fold(text.Substring(r.Start, r.Length))), wanted)).ToList();
        var start = hits.Count == 0 ? 0 : Math.Max(0, Math.Min(hits[0].Start - length / 3, text.Length - length));
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        var end = Math.Min(text.Length, start + length);
        var pieces = new List<(string, bool)>();
        var at = start;
        if (start > 0) pieces.Add(("… ", false));
        foreach (var hit in hits.Where(h => h.Start >= start && h.Start + h.Length <= end))
        {
            if (hit.Start > at) pieces.Add((text[at..hit.Start], false));
            pieces.Add((text.Substring(hit.Start, hit.Length), true));
            at = hit.Start + hit.Length;
        }
        if (at < end) pieces.Add((text[at..end], false));
        if (end < text.Length) pieces.Add((" …", false));
        return pieces;
    }

    /// <summary>The word itself, one that begins with it, or (as PostgreSQL finds them) another form of it.</summary>
    private static bool IsHit(string token, List<string> wanted) => wanted.Any(w =>
        token.StartsWith(w, StringComparison.Ordinal) || (Common(token, w) >= Math.Max(4, w.Length - 2) && Math.Abs(token.Length - w.Length) <= 3));

    private static int Common(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[n] == b[n]) n++;
        return n;
    }

    private static string Plain(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static IEnumerable<(int Start, int Length)> Runs(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i])) i++;
            if (i > start) yield return (start, i - start);
        }
    }
}
