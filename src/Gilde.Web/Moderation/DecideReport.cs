using Gilde.Web.Accounts;
using Gilde.Web.Admin;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Mail;

namespace Gilde.Web.Moderation;

public enum Deciding { Decided, NotFound, NeedsStatement }

/// <summary>A moderator dismisses a report, or removes the message and tells its author why. A removal decides every open report of the message; who else reported one that stays gets an answer of their own.</summary>
public sealed class DecideReport(GildeDb db, IClock clock, Letters letters)
{
    public Task<Deciding> Execute(Viewer moderator, long reportId, ReportOutcome outcome, string? statement, CancellationToken stop = default) => db.Alone(async () =>
    {
        var report = await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reportId && !db.ReportDecisions.Any(d => d.ReportId == r.Id), stop);
        if (report is null) return Deciding.NotFound;
        var words = VisibleText.Block(statement ?? "");
        if (outcome == ReportOutcome.Removed && words.Length is 0 or > ReportDecision.MaxStatement) return Deciding.NeedsStatement;
        var now = clock.GetCurrentInstant();
        var open = outcome == ReportOutcome.Dismissed
            ? [reportId]
            : await db.Reports.Where(r => r.MessageId == report.MessageId && !db.ReportDecisions.Any(d => d.ReportId == r.Id)).Select(r => r.Id).ToListAsync(stop);
        foreach (var id in open)
            db.Add(new ReportDecision { ReportId = id, ById = moderator.Id, At = now, Outcome = outcome, Statement = outcome == ReportOutcome.Removed ? words : "" });
        db.Audit(clock, moderator.Id, AuditAction.ReportDecided, report.AuthorId, $"message {report.MessageId} {(outcome == ReportOutcome.Removed ? "removed: " + words : "stays")}");
        if (outcome == ReportOutcome.Removed) await Remove(moderator, report, words, stop);
        await db.SaveChangesAsync(stop);
        return Deciding.Decided;
    }, stop);

    private async Task Remove(Viewer moderator, Report report, string statement, CancellationToken stop)
    {
        var message = await db.ReportedMessages().SingleAsync(m => m.Id == report.MessageId, stop);
        if (message.RemovedAt is null) await db.Erase(clock, message, moderator.Id, stop);
        db.Record(clock, EventKinds.MessageRemoved, moderator.Id, subject: message.Id, parent: message.ConversationId);
        var author = await db.ReceiverOf(report.AuthorId, stop);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull((await db.MemberOf(report.AuthorId, stop)).TimeZone) ?? DateTimeZone.Utc;
        var t = Texts.In(author.Language);
        db.Send(clock, letters.Write(new Letter(author.Language, author.Email, t["A message of yours was removed"])
        {
            Name = author.Name,
            Before = [t["A moderator has removed a message that you wrote on {0}, after a report. The reason:", ShownTime.Day(t, zone, message.SentAt)], statement],
            Link = new(t["To the conversation"], $"/messages/{message.ConversationId}"),
            After = [t["If you think that this is wrong, answer the operator of the network; the address is in the imprint."]],
        }));
    }
}
