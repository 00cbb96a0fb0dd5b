namespace Gilde.Web.Moderation;

/// <summary>What a moderator does about a case. New ones are added at the end: the number is stored.</summary>
public enum Outcome
{
    /// <summary>Nothing is wrong with it.</summary>
    Dismissed,
    /// <summary>The words are taken away.</summary>
    Removed,
    /// <summary>Its author alone sees it.</summary>
    Hidden,
    /// <summary>It stays; the author is told not to do it again.</summary>
    Warned,
    Suspended,
    RemovedAndSuspended,
    /// <summary>A group is read-only.</summary>
    Archived,
}

/// <summary>What a decision rests on.</summary>
public enum Ground { Law, Rules }

/// <summary>What was decided about a case, with the reasons that the person concerned is told.</summary>
public sealed class Decision
{
    public const int MaxReference = 200;
    public const int MaxFacts = 2_000;
    /// <summary>So long one may appeal against it, in months.</summary>
    public const int AppealMonths = 6;

    public long Id { get; private set; }
    public long CaseId { get; init; }
    /// <summary>Null when done on the command line of the server.</summary>
    public long? ById { get; init; }
    public Instant At { get; init; }
    public Outcome Outcome { get; init; }
    public Ground Ground { get; init; }
    /// <summary>Which law, or which rule of the network. Empty when dismissed.</summary>
    public string Reference { get; init; } = "";
    /// <summary>What happened and why that is wrong. Empty when dismissed.</summary>
    public string Facts { get; set; } = "";
    /// <summary>When a suspension ends by itself.</summary>
    public Instant? Until { get; init; }
    /// <summary>JSON of what was taken away, so that it can come back.</summary>
    public string Kept { get; set; } = "";

    public Instant AppealUntil => At.InUtc().LocalDateTime.PlusMonths(AppealMonths).InUtc().ToInstant();
}

/// <summary>A link in a letter about a decision: opens it without signing in, for the person concerned, or for who reported.</summary>
public sealed class DecisionLink
{
    /// <summary>As long as one may appeal, and as long again to read the answer.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(366);

    public long Id { get; private set; }
    public long DecisionId { get; init; }
    /// <summary>Whose report; null for the person concerned.</summary>
    public long? ReportId { get; init; }
    public required byte[] TokenHash { get; init; }
    public Instant ExpiresAt { get; init; }
}
