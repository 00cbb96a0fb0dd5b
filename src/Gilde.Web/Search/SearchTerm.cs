namespace Gilde.Web.Search;

/// <summary>One word that is searched for, folded, and the other words that are taken for it.</summary>
/// <param name="Others">Words of the index that contain it, or that are spelt alike.</param>
public sealed record SearchTerm(string Word, IReadOnlyList<string> Others)
{
    public const int Most = 8;

    /// <summary>A stem shorter than this stands only for itself: "Berger" is no search for "Bergwerk".</summary>
    private const int ShortestOpenStem = 5, ShortestStem = 3;

    private readonly string stem = Words.Stem(Word);

    /// <summary>A single letter is a word of its own.</summary>
    public string? Beginning => Word.Length > 1 ? Word : null;
    public string? StemBeginning => stem.Length >= ShortestOpenStem && stem != Word ? stem : null;
    public string? StemAlone => stem.Length is >= ShortestStem and < ShortestOpenStem && stem != Word ? stem : null;

    public static IReadOnlyList<SearchTerm> Of(string? text) => Words.Of(text).Distinct().Take(Most).Select(word => new SearchTerm(word, [])).ToList();

    /// <summary>Whether a folded word of a profile is one that was searched for.</summary>
    public bool Matches(string word) => word == Word || word == StemAlone || Others.Contains(word)
        || (Beginning is not null && word.StartsWith(Beginning, StringComparison.Ordinal)) || (StemBeginning is not null && word.StartsWith(StemBeginning, StringComparison.Ordinal));

    public bool MatchesText(string? text) => Words.Of(text).Any(Matches);
}
