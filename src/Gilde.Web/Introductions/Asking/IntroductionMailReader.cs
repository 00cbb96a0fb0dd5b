using Gilde.Web.Events;
using Gilde.Web.Mail;
using Gilde.Web.Notifications;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Mails whose turn it is, and the requester once there is an answer for them; one mail an event, none for what is over again.</summary>
public sealed class IntroductionMailReader(IClock clock, Letters letters) : IEventReader
{
    /// <summary>Older events are no news: nobody gets mail when a reader starts over.</summary>
    private static readonly Duration News = Duration.FromDays(3);
    private static readonly string[] Kinds = [EventKinds.IntroductionAsked, EventKinds.IntroductionPassed, EventKinds.IntroductionArrived, EventKinds.IntroductionReferred, EventKinds.IntroductionThanked];

    public string Name => "introduction-mail";

    public async Task Read(GildeDb db, IReadOnlyList<Event> batch, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        foreach (var e in batch.Where(e => Kinds.Contains(e.Kind) && e.At > now - News))
        {
            if (e is not { TargetId: { } to, ObjectId: { } id } || await Receiver(db, to, stop) is not { } receiver) continue;
            if (await IntroductionView.Load(db, new Viewer { Id = to, Language = receiver.Language }, id, now, stop) is { } view && Letter(e, view, receiver) is { } letter)
                db.Send(clock, letters.Write(letter), effectKey: $"introduction:{e.Id}");
        }
    }

    private static Task<MailTo?> Receiver(GildeDb db, long id, CancellationToken stop) =>
        (from member in db.Members
         join account in db.Users on member.Id equals account.Id
         where member.Id == id && member.ActiveSince != null && member.SuspendedAt == null && account.EmailConfirmed && account.Email != null
             && !db.NoticeOptOuts.Any(o => o.MemberId == id && o.Kind == NoticeKind.Introductions)
         select new MailTo(account.Email!, member.Name, member.Language)).FirstOrDefaultAsync(stop);

    private static Letter? Letter(Event e, IntroductionView view, MailTo to)
    {
        var t = Texts.In(to.Language);
        Letter Write(string subject, string link, params string[] before) => new(to.Language, to.Email, subject) { Name = to.Name, Before = before, Link = new(link, IntroductionAddresses.One(view.Id)) };
        return e.Kind switch
        {
            EventKinds.IntroductionAsked or EventKinds.IntroductionPassed when view.Part == IntroductionPart.Holder => Asks(t, view, Write),
            EventKinds.IntroductionArrived when view is { Part: IntroductionPart.Requester, Reply: { } reply } =>
                Write(t["The introduction to {0} has arrived", view.TargetName], t["See the introduction"], [t["{0} would like to hear from you", reply.Name] + ": " + reply.Email, .. reply.Words.Length > 0 ? new[] { t["“{0}”", reply.Words] } : []]),
            EventKinds.IntroductionArrived when view.Part == IntroductionPart.Requester =>
                Write(t["The introduction to {0} has arrived", view.TargetName], t["See the introduction"], t["{0} has accepted: you can talk to each other.", view.TargetName]),
            EventKinds.IntroductionReferred when view.Part == IntroductionPart.Requester =>
                Write(t["You may write to {0} directly", view.TargetName], t["See the introduction"], AskWords.Referred(t, view)),
            EventKinds.IntroductionThanked when view.Thanks is { } thanks =>
                Write(t["{0} thanks you", view.Requester!.Name], t["See the introduction"], t["The introduction to {0} that you passed on has arrived. {1} writes:", view.TargetName, view.Requester.Name], t["“{0}”", thanks]),
            _ => null,
        };
    }

    private static Letter Asks(Texts t, IntroductionView view, Func<string, string, string[], Letter> write)
    {
        var subject = view.IsTarget ? t["{0} would like to get to know you", view.Requester!.Name] : t["{0} would like to reach {1}", view.Requester!.Name, view.TargetName];
        var from = view.Giver is { } giver ? t["{0} passes this on to you. {1} writes:", giver.Name, view.Requester.Name] : t["{0} writes:", view.Requester.Name];
        return write(subject, t["Answer"], [from, t["“{0}”", view.Wish], .. view.Added.Where(a => a.By is not null).Select(a => t["{0} adds:", a.By!] + " " + t["“{0}”", a.Words])]) with
        {
            After = [view.IsTarget ? t["You accept, or decline silently: nobody learns of it."] : t["You pass it on with words of your own, say that they may write directly, or decline silently: nobody learns of it."]],
        };
    }

    private sealed record MailTo(string Email, string Name, Language Language);
}
