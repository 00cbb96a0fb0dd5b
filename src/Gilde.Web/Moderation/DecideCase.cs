using Gilde.Web.Admin;

namespace Gilde.Web.Moderation;

public enum Deciding
{
    Decided, NotFound, Invalid,
    /// <summary>The moderator has appealed.</summary>
    OwnAppeal,
    /// <summary>Who decided first does not decide again while there is somebody else.</summary>
    NeedsAnother,
    /// <summary>Only operators suspend people with a role, and nobody the last operator.</summary>
    CannotSuspend,
}

/// <summary>A moderator decides a case with all its reports. The person concerned gets the reasons, those who reported an answer.</summary>
public sealed class DecideCase(GildeDb db, IClock clock, Measures measures, DecisionLetters letters)
{
    public Task<Deciding> Execute(Viewer moderator, long caseId, DecisionInput input, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.OpenCase(moderator, caseId, stop) is not { } about) return Deciding.NotFound;
        if (input.Check(moderator.T, about.Kind).Any) return Deciding.Invalid;
        if (await db.MustLeaveToAnother(moderator, about, stop)) return Deciding.NeedsAnother;
        var outcome = input.Outcome!.Value;
        if (outcome.Suspends() && await db.WhyNotSuspend(Actor.Of(moderator), about.AuthorId!.Value) is not null) return Deciding.CannotSuspend;
        await Decide(moderator, about, outcome, input, stop);
        return Deciding.Decided;
    }, stop);

    private async Task Decide(Viewer moderator, Case about, Outcome outcome, DecisionInput input, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var (reference, facts) = outcome == Outcome.Dismissed ? ("", "") : (input.Reference, input.Facts);
        var until = outcome.Suspends() && input.Days is { } days ? now + Duration.FromDays(days) : (Instant?)null;
        var kept = await measures.Take(moderator, about, outcome, facts, now, until, stop);
        var decision = new Decision { CaseId = about.Id, ById = moderator.Id, At = now, Outcome = outcome, Ground = input.Ground, Reference = reference, Facts = facts, Until = until, Kept = kept };
        db.Add(decision);
        await db.SaveChangesAsync(stop);
        about.DecisionId = decision.Id;
        db.Audit(clock, moderator.Id, AuditAction.ReportDecided, about.AuthorId, $"{about.Kind} {about.ObjectId}: {outcome}" + (facts.Length > 0 ? $" ({reference}): {facts}" : ""));
        await letters.Tell(about, decision, stop);
        await db.SaveChangesAsync(stop);
    }
}

internal static class Deciders
{
    /// <summary>Whoever decided once leaves the next word to somebody else, as long as there is somebody who has not and may.</summary>
    public static async Task<bool> MustLeaveToAnother(this GildeDb db, Viewer moderator, Case about, CancellationToken stop)
    {
        var before = db.DecidersOf(about.Id);
        return await before.ContainsAsync(moderator.Id, stop) && await db.DecidersBeside(moderator, about).AnyAsync(id => !before.Contains(id), stop);
    }

    /// <summary>Why an appeal in a matter that is not the moderator's own is not theirs to answer; null if it is.</summary>
    public static async Task<Deciding?> WhyNotAnswer(this GildeDb db, Viewer moderator, Case about, long? decidedBy, long? reportId, CancellationToken stop)
    {
        var appellant = await db.Appellant(reportId, stop) ?? 0;
        if (appellant == moderator.Id) return Deciding.OwnAppeal;
        return decidedBy == moderator.Id && await db.DecidersBeside(moderator, about).AnyAsync(id => id != appellant, stop) ? Deciding.NeedsAnother : null;
    }

    /// <summary>A decision without a report. Is the thing reported as well, that is decided with it.</summary>
    public static async Task<(Case About, Decision Decision)> DecideAlone(this GildeDb db, long memberId, Decision made)
    {
        var about = await db.OpenCaseOf(CaseKind.Member, memberId, default) ?? db.Add(new Case { Kind = CaseKind.Member, ObjectId = memberId, AuthorId = memberId, OpenedAt = made.At }).Entity;
        await db.SaveChangesAsync();
        var decision = db.Add(new Decision { CaseId = about.Id, ById = made.ById, At = made.At, Outcome = made.Outcome, Ground = made.Ground, Facts = made.Facts, Until = made.Until }).Entity;
        await db.SaveChangesAsync();
        about.DecisionId = decision.Id;
        return (about, decision);
    }
}
