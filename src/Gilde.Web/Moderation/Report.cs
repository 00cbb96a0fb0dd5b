namespace Gilde.Web.Moderation;

public enum ReportReason { Advertising, Insult, Fraud, Unlawful, Other }

/// <summary>A member says that a message should not be there. Holds the reported words, so that the moderator sees them and nothing else of the conversation.</summary>
public sealed class Report
{
    public const int MaxExplanation = 1_000;

    public long Id { get; private set; }
    /// <summary>Null once that member is erased.</summary>
    public long? ReporterId { get; init; }
    /// <summary>Who wrote it.</summary>
    public long AuthorId { get; init; }
    public long MessageId { get; init; }
    public required string Text { get; init; }
    public long? PictureId { get; init; }
    public ReportReason Reason { get; init; }
    public string Explanation { get; init; } = "";
    public Instant At { get; init; }
}

public enum ReportOutcome { Dismissed, Removed }

/// <summary>What a moderator decided, and what the author is told.</summary>
public sealed class ReportDecision
{
    public const int MaxStatement = 2_000;

    public long ReportId { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    public ReportOutcome Outcome { get; init; }
    /// <summary>To the author: what was removed and why. Empty when dismissed.</summary>
    public string Statement { get; init; } = "";
}
