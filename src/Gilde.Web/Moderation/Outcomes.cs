namespace Gilde.Web.Moderation;

/// <summary>What can be done about which kind of thing.</summary>
internal static class Outcomes
{
    public static IReadOnlyList<Outcome> For(CaseKind kind) => kind switch
    {
        CaseKind.Message => [Outcome.Dismissed, Outcome.Warned, Outcome.Removed, Outcome.Suspended, Outcome.RemovedAndSuspended],
        CaseKind.Post or CaseKind.Comment => [Outcome.Dismissed, Outcome.Warned, Outcome.Hidden, Outcome.Removed, Outcome.Suspended, Outcome.RemovedAndSuspended],
        CaseKind.Group => [Outcome.Dismissed, Outcome.Warned, Outcome.Archived],
        CaseKind.Member => [Outcome.Dismissed, Outcome.Warned, Outcome.Suspended],
    };

    public static bool Suspends(this Outcome outcome) => outcome is Outcome.Suspended or Outcome.RemovedAndSuspended;

    public static bool Removes(this Outcome outcome) => outcome is Outcome.Removed or Outcome.RemovedAndSuspended;
}
