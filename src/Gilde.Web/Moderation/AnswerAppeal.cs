using Gilde.Web.Admin;
using Gilde.Web.Formats;

namespace Gilde.Web.Moderation;

/// <summary>Another moderator than the first decides about an appeal. Reversed, what was done is undone, and a case that was dismissed is open again.</summary>
public sealed class AnswerAppeal(GildeDb db, IClock clock, Measures measures, DecisionLetters letters)
{
    public Task<Deciding> Execute(Viewer moderator, long appealId, AppealOutcome? outcome, string? statement, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.OpenAppeal(moderator, appealId, stop) is not var (appeal, decision, about)) return Deciding.NotFound;
        var words = VisibleText.Block(statement ?? "");
        if (outcome is not { } said || words.Length is 0 or > AppealAnswer.MaxStatement) return Deciding.Invalid;
        if (await db.WhyNotAnswer(moderator, about, decision.ById, appeal.ReportId, stop) is { } hindrance) return hindrance;
        var answer = new AppealAnswer { AppealId = appealId, ById = moderator.Id, At = clock.GetCurrentInstant(), Outcome = said, Statement = words };
        db.Add(answer);
        if (said == AppealOutcome.Reversed) await Reverse(moderator, about, decision, stop);
        db.Audit(clock, moderator.Id, AuditAction.AppealDecided, about.AuthorId, $"{about.Kind} {about.ObjectId}: {decision.Outcome} {said}: {words}");
        await letters.Answer(about, decision, appeal, answer, stop);
        await db.SaveChangesAsync(stop);
        return Deciding.Decided;
    }, stop);

    private async Task Reverse(Viewer moderator, Case about, Decision decision, CancellationToken stop)
    {
        if (decision.Outcome != Outcome.Dismissed) await measures.Undo(moderator, about, decision, stop);
        // Unless it was reported and opened anew meanwhile, or decided once more.
        else if (about.DecisionId == decision.Id && await db.OpenCaseOf(about.Kind, about.ObjectId, stop) is null) about.DecisionId = null;
    }
}
