namespace Gilde.Graph;

/// <summary>Someone whom a viewer may know, though the two are not in contact.</summary>
/// <param name="Id">Who.</param>
/// <param name="Score">The sum, over the shared contacts that were followed, of the product of both ties. Above 0; for the order alone.</param>
/// <param name="Mutual">The reason: all contacts that they share, and the strongest few.</param>
public sealed record Suggestion(long Id, double Score, MutualSummary Mutual);
