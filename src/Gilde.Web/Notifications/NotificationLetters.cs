using Gilde.Web.Contacts;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Mail;

namespace Gilde.Web.Notifications;

/// <summary>Puts notifications into mails: one at once, or what waited for a digest. What no longer holds is in none.</summary>
public sealed class NotificationLetters(GildeDb db, Letters letters, UnsubscribeLinks unsubscribe)
{
    private const int MostInDigest = 20;

    /// <summary>The mail about one, or null if there is nothing to say, or nobody to say it to.</summary>
    public async Task<MailMessage?> One(Notification notification, Instant now, CancellationToken stop)
    {
        if (await db.MailReceiver(notification.MemberId, stop) is not { } to) return null;
        var viewer = new Viewer { Id = to.Id, Language = to.Language };
        var still = db.Unread(notification.Id);
        if ((await NotificationList.Rows(db, viewer, still, stop)).FirstOrDefault() is not { } row) return null;
        var letter = notification.Kind switch
        {
            NotificationKind.ContactAsked => await RequestLetter.Write(db, viewer, notification.SubjectId, stop),
            NotificationKind.IntroductionAsked or NotificationKind.IntroductionAnswered or NotificationKind.IntroductionThanked => await IntroductionLetters.Write(db, viewer, notification.SubjectId, notification.Kind == NotificationKind.IntroductionThanked, now, stop),
            _ => Plain(viewer, row),
        };
        return letter is null ? null : letters.Write(letter with { To = to.Email, Name = to.Name, Unsubscribe = unsubscribe.For(viewer, notification.Kind.Topic()) });
    }

    private static Letter Plain(Viewer viewer, NotificationRow row) => new(viewer.Language, "", row.Text)
    {
        Before = row.Excerpt.Length > 0 ? [row.Text + ":", viewer.T["“{0}”", row.Excerpt]] : [row.Text + "."],
        Link = new(viewer.T["Have a look"], row.Open),
        After = [viewer.T["There is no further mail about this until you have seen it."]],
    };

    /// <summary>What waited for this digest and still holds, with the ids of what is in it; null if that is nothing.</summary>
    internal async Task<(MailMessage Mail, IReadOnlyList<long> Ids)?> Digest(DigestTurn turn, Wishes wishes, CancellationToken stop)
    {
        if (await db.MailReceiver(turn.MemberId, stop) is not { } to) return null;
        var topics = wishes.Topics(turn.MemberId, turn.Period == DigestPeriod.Daily ? MailTiming.Daily : MailTiming.Weekly);
        var kinds = Enum.GetValues<NotificationKind>().Where(k => topics.Contains(k.Topic())).ToList();
        var viewer = new Viewer { Id = to.Id, Language = to.Language };
        var waiting = db.Unmailed(to.Id, kinds);
        var ids = await waiting.Select(n => n.Id).ToListAsync(stop);
        var rows = ids.Count == 0 ? [] : await NotificationList.Rows(db, viewer, waiting.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(MostInDigest), stop);
        var unread = topics.Contains(NotificationTopic.UnreadMessages) ? (await BadgeCounts.Load(db, to.Id)).UnreadConversations : 0;
        if (rows.Count == 0 && unread == 0) return null;
        var t = viewer.T;
        var letter = new Letter(to.Language, to.Email, turn.Period == DigestPeriod.Daily ? t["Your day at a glance"] : t["Your week at a glance"])
        {
            Name = to.Name,
            Before = [turn.Period == DigestPeriod.Daily ? t["This is new since yesterday:"] : t["This is new since last week:"]],
            Points = [.. rows.Select(r => new LetterPoint(r.Text, r.Excerpt, r.Open)), .. unread > 0 ? new[] { new LetterPoint(t.Count(unread, "{0} conversation with unread messages", "{0} conversations with unread messages"), "", "/messages") } : []],
            After = ids.Count > rows.Count ? [t["And {0} more.", ids.Count - rows.Count]] : [],
            Link = new(t["See all notifications"], "/notifications"),
            Unsubscribe = unsubscribe.For(viewer, turn.Period),
        };
        return (letters.Write(letter), ids);
    }
}
