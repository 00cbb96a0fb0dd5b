using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Notifications;

/// <summary>
/// Mails one notification that its member wants at once, if it still holds and is unread when the mail is due. The mail and the note that it went out are one
/// transaction, so that a repeated job sends nothing twice.
/// </summary>
public sealed class MailNotification(GildeDb db, IClock clock, NotificationLetters letters) : IJobHandler
{
    public const string JobKind = "notification.mail";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop) => db.Atomically(async () =>
    {
        var (id, now) = (JsonSerializer.Deserialize<long>(payload), clock.GetCurrentInstant());
        if (await db.PlannedToMail(id, stop) is not { } planned) return 0;
        var wishes = await Wishes.Load(db, [planned.MemberId], stop);
        var wish = wishes.Of(planned.MemberId, planned.Kind.Topic()).Mail;
        if (wishes.AfterQuiet(planned.MemberId, now) is var due && due > now && wish == MailTiming.AtOnce)
        {
            planned.MailDueAt = due;
            db.EnqueueAt(clock, due, JobKind, id);
            return await db.SaveChangesAsync(stop);
        }
        planned.MailDueAt = null;
        // Since it was planned the member may have chosen otherwise.
        if (wish is MailTiming.Daily or MailTiming.Weekly) await DigestTurns.Add(db, wishes, [planned.MemberId], wish == MailTiming.Daily ? DigestPeriod.Daily : DigestPeriod.Weekly, now, stop);
        if (wish == MailTiming.AtOnce && await letters.One(planned, now, stop) is { } mail)
        {
            planned.MailedAt = now;
            db.Send(clock, mail);
        }
        return await db.SaveChangesAsync(stop);
    }, stop);
}
