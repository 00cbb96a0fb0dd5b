using Gilde.Web.Events;
using Gilde.Web.Mail;
using Gilde.Web.Notifications;

namespace Gilde.Web.Contacts;

/// <summary>Mails those who are asked for contact: one mail a request, in their language; none for one that is already closed again.</summary>
public sealed class RequestMailReader(IClock clock, Letters letters) : IEventReader
{
    /// <summary>Older requests are no news: nobody gets mail when a reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(3);

    public string Name => "contact-mail";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var since = clock.GetCurrentInstant() - News;
        foreach (var asked in batch.Where(e => e.Kind == EventKinds.ContactAsked && e.At > since))
            if (await Load(db, asked, stop) is { } request) db.Send(clock, Write(request), effectKey: $"contact-asked:{asked.Id}");
    }

    private static Task<Asked?> Load(GildeDb db, Event asked, CancellationToken stop) =>
        (from request in db.ContactRequests.Open()
         join asker in db.Members on request.FromId equals asker.Id
         join member in db.Members on request.ToId equals member.Id
         join account in db.Users on member.Id equals account.Id
         where request.Id == asked.ObjectId && account.EmailConfirmed && account.Email != null
             && asker.ActiveSince != null && asker.SuspendedAt == null && member.ActiveSince != null && member.SuspendedAt == null
             && !db.NoticeOptOuts.Any(o => o.MemberId == member.Id && o.Kind == NoticeKind.ContactRequests)
         select new Asked(account.Email!, member.Name, member.Language, asker.Name, asker.Headline, request.Reason)).FirstOrDefaultAsync(stop);

    private MailMessage Write(Asked asked)
    {
        var t = Texts.In(asked.Language);
        var who = asked.AskerHeadline.Length > 0 ? $"{asked.AskerName} ({asked.AskerHeadline})" : asked.AskerName;
        return letters.Write(new Letter(asked.Language, asked.Email, t["{0} asks you for contact", asked.AskerName])
        {
            Name = asked.Name,
            Before = [t["{0} asks you for contact:", who], t["“{0}”", asked.Reason]],
            Link = new(t["See the request"], "/contacts/requests"),
            After = [t["There you see whom you both know, and accept or decline. Nobody learns of a decline."]],
        });
    }

    private sealed record Asked(string Email, string Name, Language Language, string AskerName, string AskerHeadline, string Reason);
}
