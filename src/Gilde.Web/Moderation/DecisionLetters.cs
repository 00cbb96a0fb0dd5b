using Gilde.Web.Formats;
using Gilde.Web.Mail;

namespace Gilde.Web.Moderation;

/// <summary>Tells those concerned what was decided and why, and those who reported that it was; each with a link that opens without signing in.</summary>
public sealed class DecisionLetters(GildeDb db, IClock clock, Letters letters)
{
    /// <summary>So much of what it is about stands in the letter; all of it stands on the page.</summary>
    private const int Quoted = 600;

    public async Task Tell(Case about, Decision decision, CancellationToken stop = default)
    {
        if (decision.Outcome != Outcome.Dismissed)
            foreach (var to in await db.Concerned(about, stop)) db.Send(clock, await Statement(to, about, decision, stop));
        foreach (var report in await db.ReportsIn(about.Id, stop))
            if (await db.ReporterOf(report, stop) is { } reporter) db.Send(clock, AnswerToReport(reporter, about, decision, report));
    }

    /// <summary>What became of an appeal, to whoever made it.</summary>
    public async Task Answer(Case about, Decision decision, Appeal appeal, AppealAnswer answer, CancellationToken stop)
    {
        var receivers = await db.Concerned(about, stop);
        if (appeal.ReportId is { } id)
            receivers = (await db.ReportsIn(about.Id, stop)).SingleOrDefault(r => r.Id == id) is { } report && await db.ReporterOf(report, stop) is { } reporter ? [reporter] : [];
        foreach (var to in receivers)
        {
            var t = Texts.In(to.Language);
            db.Send(clock, letters.Write(new Letter(to.Language, to.Email, answer.Outcome == AppealOutcome.Upheld ? t["Your appeal was rejected"] : t["Your appeal was upheld"])
            {
                Name = to.Name,
                Before = [AppealWords.Meaning(answer.Outcome, decision.Outcome == Outcome.Dismissed, t), answer.Statement, .. answer.ById == decision.ById ? [AppealWords.BySame(t)] : Array.Empty<string>()],
                Link = LinkTo(t, decision, appeal.ReportId),
                After = [t["You may still turn to an out-of-court dispute settlement body or to a court."]],
            }));
        }
    }

    private async Task<MailMessage> Statement(Addressee to, Case about, Decision decision, CancellationToken stop)
    {
        var t = Texts.In(to.Language);
        var view = (await db.View(new DecisionKey(decision.Id, null), stop))!;
        var written = (await db.Thing(about.Kind, about.ObjectId, stop))?.WrittenAt;
        var words = written is { } day && view.Words.Length > 0 ? new[] { t["It is about what you wrote on {0}:", ShownTime.Day(t, to.Zone, day)] + "\n" + Excerpt(view.Words) } : [];
        return letters.Write(new Letter(to.Language, to.Email, DecisionWords.Heading(view.Kind, view.Outcome, t))
        {
            Name = to.Name,
            Before =
            [
                t["A moderator decided this on {0}: {1}.", ShownTime.Day(t, to.Zone, decision.At), DecisionWords.Done(decision.Outcome, t)] + " " + DecisionWords.Meaning(view, t, to.Zone),
                .. words,
                (decision.Reference.Length > 0 ? $"{DecisionWords.Ground(decision.Ground, t)}: {decision.Reference}\n" : "") + t["Reason"] + ": " + decision.Facts,
                DecisionWords.Origin(view.IsOnReport, t),
            ],
            Link = LinkTo(t, decision, null),
            After = [DecisionWords.ToAppeal(ShownTime.Day(t, to.Zone, decision.AppealUntil), t)],
        });
    }

    private MailMessage AnswerToReport(Addressee to, Case about, Decision decision, Report report)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Your report was decided"])
        {
            Name = to.Name,
            Before = [t["You reported something on {0} ({1}).", ShownTime.Day(t, to.Zone, report.At), DecisionWords.Thing(about.Kind, t)], DecisionWords.ToReporter(decision.Outcome, t)],
            Link = LinkTo(t, decision, report.Id),
            After = decision.Outcome == Outcome.Dismissed ? [DecisionWords.ToAppeal(ShownTime.Day(t, to.Zone, decision.AppealUntil), t)] : [],
        });
    }

    private static string Excerpt(string words) => words.Length > Quoted ? VisibleText.Cut(words, Quoted) + " …" : words;

    private LetterLink LinkTo(Texts t, Decision decision, long? reportId) => new(t["Read the decision"], "/decisions/" + db.NewDecisionLink(clock, decision.Id, reportId));
}
