namespace Gilde.Web.Checks;

/// <summary>What one rule came to: how often it is broken, and the first few places.</summary>
public sealed record RuleResult(string Area, string Rule, long Broken, IReadOnlyList<string> Places)
{
    public const int MostPlaces = 5;

    /// <summary>Why the rule could not be looked at; null when it was.</summary>
    public string? Skipped { get; init; }

    public static RuleResult Of(string area, string rule, IReadOnlyCollection<string> places) => new(area, rule, places.Count, places.Take(MostPlaces).ToList());
}

/// <summary>A rule that must hold between rows: the query gives a text for each place where it does not.</summary>
/// <param name="Area">What it is about, for the reader of the table.</param>
/// <param name="Rule">As a sentence that is true when all is well.</param>
/// <param name="Query">Runs on both databases and gives one column of text.</param>
internal sealed record Invariant(string Area, string Rule, string Query)
{
    /// <summary>Holds only once the readers of the event log have caught up.</summary>
    public bool AfterReaders { get; init; }
}
