namespace Gilde.Web.Moderation;

/// <summary>The person concerned, or who reported what was dismissed, holds that a decision is wrong. Once each.</summary>
public sealed class Appeal
{
    public const int MaxText = 2_000;

    public long Id { get; private set; }
    public long DecisionId { get; init; }
    /// <summary>Whose report was dismissed; null for the person concerned.</summary>
    public long? ReportId { get; init; }
    public required string Text { get; set; }
    public Instant At { get; init; }
}

public enum AppealOutcome
{
    /// <summary>The decision stays.</summary>
    Upheld,
    /// <summary>What was done is undone; what was dismissed is looked at again.</summary>
    Reversed,
}

/// <summary>What another moderator than the first says to an appeal.</summary>
public sealed class AppealAnswer
{
    public const int MaxStatement = 2_000;

    public long AppealId { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    public AppealOutcome Outcome { get; init; }
    public required string Statement { get; set; }
}
