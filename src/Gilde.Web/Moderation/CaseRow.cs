namespace Gilde.Web.Moderation;

/// <summary>A case in the queue.</summary>
public sealed record CaseRow
{
    public long Id { get; init; }
    public CaseKind Kind { get; init; }
    public long ObjectId { get; init; }
    public Instant OpenedAt { get; init; }
    public int Reports { get; init; }
    /// <summary>The words as they were when it was last reported.</summary>
    public required string Words { get; init; }
    public string? Author { get; init; }
    public string? AuthorHandle { get; init; }
    public long? AuthorId { get; init; }
    public long? AuthorPictureId { get; init; }
    /// <summary>Other cases about the same person that ended with more than a no.</summary>
    public int AuthorDecisions { get; init; }
    public long? DecisionId { get; init; }
    public Outcome? Outcome { get; init; }
    public Instant? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    /// <summary>Somebody has appealed, and nobody has answered yet.</summary>
    public bool IsAppealed { get; init; }
    /// <summary>It was decided before, and opened again after an appeal.</summary>
    public bool IsOpenAgain { get; init; }
    /// <summary>What the reports say, each once.</summary>
    public IReadOnlyList<ReportReason> Reasons { get; init; } = [];
}

/// <summary>One report of a case, as moderators read it.</summary>
public sealed record CaseReport
{
    public long Id { get; init; }
    public Instant At { get; init; }
    public ReportReason Reason { get; init; }
    public required string Explanation { get; init; }
    public required string Text { get; init; }
    /// <summary>Null where it came from outside, or the member is erased.</summary>
    public string? Reporter { get; init; }
    public string? ReporterHandle { get; init; }
    public bool IsFromOutside { get; init; }
    public required string OutsideName { get; init; }
    public required string OutsideEmail { get; init; }
    public IReadOnlyList<long> Pictures { get; init; } = [];
}

/// <summary>One decision about a case, with what was appealed against it.</summary>
public sealed record CaseDecision(Decision Decision, string? By, IReadOnlyList<CaseAppeal> Appeals);

public sealed record CaseAppeal(long Id, bool IsReporters, string Text, Instant At, AppealOutcome? Outcome, string? Statement, string? AnsweredBy, Instant? AnsweredAt)
{
    /// <summary>Why the moderator who looks may not answer it.</summary>
    public Deciding? Hindrance { get; init; }
}

/// <summary>All that a moderator needs for a case.</summary>
/// <param name="Now">The thing as it is now; null once it is gone.</param>
public sealed record CaseView(CaseRow Row, ReportedThing? Now, IReadOnlyList<CaseReport> Reports, IReadOnlyList<CaseDecision> Decisions, IReadOnlyList<CaseRow> Earlier);
