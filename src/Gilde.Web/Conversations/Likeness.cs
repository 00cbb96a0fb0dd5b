using System.Text;

namespace Gilde.Web.Conversations;

/// <summary>
/// What a text looks like without its trimmings: the set of its neighbouring word pairs, after case, punctuation, digits and the
/// receiver's name are gone. Two texts are near if most pairs agree, so that a swapped greeting or firm does not hide a circular.
/// </summary>
public sealed class Likeness
{
    private const double Near = 0.6;
    private readonly HashSet<(string, string)> pairs;

    private Likeness(HashSet<(string, string)> pairs) => this.pairs = pairs;

    public static Likeness Of(string text, string receiver)
    {
        var names = Words(receiver).ToHashSet(StringComparer.Ordinal);
        var words = Words(text).Where(w => !names.Contains(w)).ToList();
        var pairs = new HashSet<(string, string)>();
        for (var i = 0; i < words.Count; i++) pairs.Add((words[i], i + 1 < words.Count ? words[i + 1] : ""));
        return new Likeness(pairs);
    }

    /// <summary>Jaccard's index of the word pairs.</summary>
    public bool IsNear(Likeness other)
    {
        if (pairs.Count == 0 || other.pairs.Count == 0) return pairs.Count == other.pairs.Count;
        var both = pairs.Count(other.pairs.Contains);
        return both >= Near * (pairs.Count + other.pairs.Count - both);
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetter(c)) word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }
}
