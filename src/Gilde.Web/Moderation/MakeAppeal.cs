using Gilde.Web.Formats;

namespace Gilde.Web.Moderation;

public enum Appealing { Received, NotFound, Invalid, TooLate }

/// <summary>Whoever may read a decision about themselves, or about their report, appeals against it: once, within six months.</summary>
public sealed class MakeAppeal(GildeDb db, IClock clock)
{
    /// <param name="mine">The decision as found for the viewer or by the link of a letter.</param>
    public Task<Appealing> Execute(DecisionKey mine, string? text, CancellationToken stop = default) => db.Alone(async () =>
    {
        var words = VisibleText.Block(text ?? "");
        if (await db.AppealableDecision(mine, stop) is not { } decision) return Appealing.NotFound;
        if (clock.GetCurrentInstant() > decision.AppealUntil) return Appealing.TooLate;
        if (words.Length is 0 or > Appeal.MaxText) return Appealing.Invalid;
        if (await db.HasAppealed(mine, stop)) return Appealing.Received;
        db.Add(new Appeal { DecisionId = mine.DecisionId, ReportId = mine.ReportId, Text = words, At = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(stop);
        return Appealing.Received;
    }, stop);
}

/// <summary>A decision and from whose side it is looked at: whose report, or null for the person concerned.</summary>
public sealed record DecisionKey(long DecisionId, long? ReportId);
