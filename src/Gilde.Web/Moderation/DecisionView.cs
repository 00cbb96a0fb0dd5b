namespace Gilde.Web.Moderation;

/// <summary>A decision as the person concerned reads it, or who reported; of the other side it says nothing.</summary>
public sealed record DecisionView
{
    public long Id { get; init; }
    /// <summary>Whose report; null for the person concerned.</summary>
    public long? ReportId { get; init; }
    public CaseKind Kind { get; init; }
    /// <summary>Of the group, if it is about one.</summary>
    public string? GroupName { get; init; }
    public Outcome Outcome { get; init; }
    /// <summary>The reasons, and for how long, are for the person concerned alone.</summary>
    public Ground? Ground { get; init; }
    public required string Reference { get; init; }
    public required string Facts { get; init; }
    public Instant At { get; init; }
    public Instant? Until { get; init; }
    /// <summary>Somebody had reported it; else a moderator acted by themselves.</summary>
    public bool IsOnReport { get; init; }
    /// <summary>The words that it is about, as they were.</summary>
    public required string Words { get; init; }
    public string? AppealText { get; init; }
    public Instant? AppealedAt { get; init; }
    public AppealOutcome? AppealOutcome { get; init; }
    public string? AppealStatement { get; init; }
    /// <summary>The same person had to decide about the appeal: there was nobody else.</summary>
    public bool IsAnsweredBySame { get; init; }

    public bool IsReporters => ReportId is not null;

    public Instant AppealUntil => new Decision { At = At }.AppealUntil;

    /// <summary>One may still appeal: against what was done, or against nothing being done.</summary>
    public bool IsAppealable(Instant now) => AppealedAt is null && now <= AppealUntil && (IsReporters == (Outcome == Outcome.Dismissed));
}

/// <summary>A decision in the list of the person concerned.</summary>
public sealed record OwnDecision(long Id, CaseKind Kind, Outcome Outcome, Instant At, Instant? AppealedAt, AppealOutcome? AppealOutcome);

/// <summary>A report as its reporter sees it.</summary>
public sealed record OwnReport(long Id, CaseKind Kind, ReportReason Reason, Instant At, Outcome? Outcome, bool IsAppealed);
