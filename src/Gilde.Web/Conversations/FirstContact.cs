using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

/// <summary>How a member may write to another.</summary>
public enum Writing
{
    /// <summary>They are contacts, or the other has written before.</summary>
    Freely,
    /// <summary>One short message with a reason.</summary>
    FirstMessage,
    /// <summary>The first message is written and not answered yet.</summary>
    NotUntilAnswered,
}

/// <summary>The rules for writing to strangers: one short message until answered, so many strangers a day, none in bulk.</summary>
public static class FirstContact
{
    public const int StrangersADay = 20;
    public const int StrangersADayForNewcomers = 5;
    /// <summary>So many like it before, and the next one waits for a moderator.</summary>
    public const int AlikeBefore = 2;
    public static readonly Duration NewFor = Duration.FromDays(7);
    public static readonly Duration Day = Duration.FromDays(1);
    private static readonly Duration Compared = Duration.FromDays(30);

    public static async Task<Writing> WritingTo(this GildeDb db, Viewer viewer, long otherId, CancellationToken stop)
    {
        var contacts = db.ContactBetween(viewer.Id, otherId);
        var theirs = db.DirectMessages(Conversation.KeyFor(viewer.Id, otherId)).Where(m => m.SenderId == otherId);
        var asked = db.FirstMessages.Where(f => f.FromId == viewer.Id && f.ToId == otherId);
        var known = await db.MembersVisibleTo(viewer).Where(m => m.Id == otherId)
            .Select(m => new { IsContact = contacts.Any(), HasWritten = theirs.Any(), WasAsked = asked.Any() }).SingleOrDefaultAsync(stop);
        return known is null ? Writing.NotUntilAnswered : Decide(known.IsContact, known.HasWritten, known.WasAsked);
    }

    public static Writing Decide(bool isContact, bool hasWritten, bool wasWrittenTo) =>
        isContact || hasWritten ? Writing.Freely : wasWrittenTo ? Writing.NotUntilAnswered : Writing.FirstMessage;

    /// <summary>How long until the member may write to another stranger; null if at once.</summary>
    public static async Task<Duration?> WaitForStrangers(this GildeDb db, Viewer viewer, Instant now, CancellationToken stop)
    {
        var since = now - Day;
        var newcomer = (await db.Me(viewer, stop)).ActiveSince > now - NewFor;
        var cap = newcomer ? StrangersADayForNewcomers : StrangersADay;
        var sent = await db.FirstMessages.Where(f => f.FromId == viewer.Id && f.SentAt > since).OrderByDescending(f => f.SentAt).Select(f => f.SentAt).Take(cap).ToListAsync(stop);
        return sent.Count < cap ? null : sent[^1] + Day - now;
    }

    /// <summary>Whether the member has written nearly the same to several strangers already.</summary>
    public static async Task<bool> IsBulk(this GildeDb db, Viewer viewer, string receiver, string words, Instant now, CancellationToken stop)
    {
        var since = now - Compared;
        var earlier = await db.EarlierFirstMessages(viewer).Where(f => f.SentAt > since).OrderByDescending(f => f.SentAt).Take(200).ToListAsync(stop);
        var mine = Likeness.Of(words, receiver);
        return earlier.Count(e => Likeness.Of($"{e.Reason}\n{e.Text}", e.Receiver).IsNear(mine)) >= AlikeBefore;
    }
}
