using Gilde.Graph;
using Gilde.Web.Events;

namespace Gilde.Web.Introductions;

/// <summary>A contact as the graph holds it, low id first.</summary>
internal sealed class GraphContact
{
    public long LowId { get; init; }
    public long HighId { get; init; }
    public bool Hidden { get; init; }
    /// <summary>0 where nothing is known of an exchange.</summary>
    public byte Tie { get; init; }

    public byte Strength => Tie == 0 ? TieStrength.FromValue(TieStrength.BareContact) : Tie;
}

internal sealed class GraphMember
{
    public long Id { get; init; }
    public bool HidesContacts { get; init; }
    /// <summary>Not confirmed, or suspended.</summary>
    public bool Absent { get; init; }
    /// <summary>Takes no part in introductions, for good or for a while.</summary>
    public bool Out { get; init; }

    public MemberFlags Flags => (HidesContacts ? MemberFlags.ContactsHidden : 0) | (Absent ? MemberFlags.Suspended : 0) | (Out ? MemberFlags.OutOfIntroductions : 0);
}

/// <summary>What the graph needs of the database: everything, for nobody's eyes. Only <see cref="GraphReplica"/> may ask.</summary>
internal static class GraphScopes
{
    public static IQueryable<GraphMember> GraphMembers(this GildeDb db) =>
        from m in db.Members
        join c in db.IntroductionChoices on m.Id equals c.MemberId into choices
        from choice in choices.DefaultIfEmpty()
        select new GraphMember
        {
            Id = m.Id, HidesContacts = m.HidesContacts, Absent = m.ActiveSince == null || m.SuspendedAt != null,
            Out = choice != null && (choice.OutSince != null || choice.PausedUntil != null),
        };

    /// <summary>When the event at a place of the log happened; nothing if the log has no such event, and so is not the one that the place was noted in.</summary>
    public static IQueryable<Instant> GraphPlace(this GildeDb db, LogPlace place) =>
        db.Events.AsNoTracking().Where(e => e.Id == place.EventId && e.Transaction == place.Transaction).Select(e => e.At);

    public static IQueryable<GraphContact> GraphContacts(this GildeDb db) =>
        from one in db.Contacts
        join two in db.Contacts on new { A = one.OwnerId, B = one.OtherId } equals new { A = two.OtherId, B = two.OwnerId }
        join t in db.Ties on new { A = one.OwnerId, B = one.OtherId } equals new { A = t.LowId, B = t.HighId } into ties
        from tie in ties.DefaultIfEmpty()
        where one.OwnerId < one.OtherId
        select new GraphContact { LowId = one.OwnerId, HighId = one.OtherId, Hidden = one.Hidden || two.Hidden, Tie = tie == null ? (byte)0 : tie.Strength };
}
