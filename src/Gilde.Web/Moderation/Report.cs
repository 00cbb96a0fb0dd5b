namespace Gilde.Web.Moderation;

public enum ReportReason
{
    Advertising, Insult, Fraud,
    /// <summary>Illegal content, as the Digital Services Act has it: comes with an explanation why.</summary>
    Unlawful,
    Other,
}

/// <summary>Somebody says that a thing should not be there. Keeps it as it was, so that a moderator sees what was meant whatever becomes of it, and nothing else.</summary>
public sealed class Report
{
    public const int MaxExplanation = 1_000;
    public const int MaxName = 120;

    public long Id { get; private set; }
    public long CaseId { get; init; }
    /// <summary>Null for somebody without an account, and once that member is erased.</summary>
    public long? ReporterId { get; init; }
    /// <summary>By somebody without an account.</summary>
    public bool IsFromOutside { get; init; }
    /// <summary>What they said of themselves; both may be empty.</summary>
    public string ReporterName { get; init; } = "";
    public string ReporterEmail { get; init; } = "";
    /// <summary>In which an answer is written to that address.</summary>
    public Language ReporterLanguage { get; init; }
    /// <summary>The words as they were.</summary>
    public required string Text { get; set; }
    public ReportReason Reason { get; init; }
    public string Explanation { get; init; } = "";
    public Instant At { get; init; }
}

/// <summary>A picture that belonged to what was reported.</summary>
public sealed class ReportPicture
{
    public long ReportId { get; init; }
    public long PictureId { get; init; }
}
