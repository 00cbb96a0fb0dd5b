using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

/// <summary>What the rules for writing to strangers look at.</summary>
internal static class FirstContactScopes
{
    public static IQueryable<Contact> ContactBetween(this GildeDb db, long oneId, long otherId) => db.Contacts.Where(c => c.OwnerId == oneId && c.OtherId == otherId);

    /// <summary>The ids of those of the viewer's contacts who have one of these handles.</summary>
    public static IQueryable<long> ContactsByHandle(this GildeDb db, Viewer viewer, IReadOnlyCollection<string> handles) =>
        db.MembersVisibleTo(viewer).Where(m => handles.Contains(m.Handle) && db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == m.Id)).Select(m => m.Id);

    /// <summary>The viewer's contacts whose name holds the words, by name.</summary>
    public static IQueryable<Member> ContactsNamed(this GildeDb db, Viewer viewer, string words)
    {
        var pattern = LikePattern.InAnyCase(words);
        var contacts = db.MembersVisibleTo(viewer).Where(m => db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == m.Id));
        return (words.Length == 0 ? contacts : contacts.Where(m => EF.Functions.Like(m.Name.ToLower(), pattern, LikePattern.Escape))).OrderBy(m => SortName.Of(m.Name)).ThenBy(m => m.Id);
    }

    public static IQueryable<Message> DirectMessages(this GildeDb db, string key) =>
        from c in db.Conversations
        join m in db.Messages on c.Id equals m.ConversationId
        where c.DirectKey == key && m.HeldAt == null
        select m;

    public static IQueryable<EarlierFirstMessage> EarlierFirstMessages(this GildeDb db, Viewer viewer) =>
        from f in db.FirstMessages
        join m in db.Messages on f.MessageId equals m.Id
        join r in db.Members on f.ToId equals r.Id
        where f.FromId == viewer.Id
        select new EarlierFirstMessage { SentAt = f.SentAt, Reason = f.Reason, Text = m.Body, Receiver = r.Name };
}

internal sealed record EarlierFirstMessage
{
    public required Instant SentAt { get; init; }
    public required string Reason { get; init; }
    public required string Text { get; init; }
    public required string Receiver { get; init; }
}
