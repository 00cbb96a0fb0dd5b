namespace Gilde.Web.Moderation.Transparency;

/// <summary>What the moderators of the network did in a year, for the report that the law wants of its operator.</summary>
public sealed record YearFigures
{
    public int Year { get; init; }
    public required IReadOnlyList<ReportCount> Reports { get; init; }
    /// <summary>Of those, notices by people without an account.</summary>
    public int FromOutside { get; init; }
    public required IReadOnlyList<DecisionCount> Decisions { get; init; }
    /// <summary>Of those, without a report.</summary>
    public int OnOwnInitiative { get; init; }
    public int Appeals { get; init; }
    public int Upheld { get; init; }
    public int Reversed { get; init; }
    /// <summary>From the first report to the decision, of the cases decided in that year.</summary>
    public Duration? MedianTime { get; init; }

    public int AllReports => Reports.Sum(r => r.Number);
    public int AllDecisions => Decisions.Sum(d => d.Number);
    /// <summary>Of the appeals that were answered.</summary>
    public double? ReversalRate => Upheld + Reversed == 0 ? null : (double)Reversed / (Upheld + Reversed);
}

public sealed record ReportCount(CaseKind Kind, ReportReason Reason, int Number);

public sealed record DecisionCount(CaseKind Kind, Outcome Outcome, Ground Ground, int Number);
