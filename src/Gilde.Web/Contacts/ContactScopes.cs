using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

public static class ContactScopes
{
    /// <summary>The viewer's side of their contacts, as far as the others exist for them.</summary>
    public static IQueryable<Contact> ContactsOf(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.Contacts.Where(c => c.OwnerId == viewer.Id && visible.Any(m => m.Id == c.OtherId));
    }

    /// <summary>The viewer's side of one contact.</summary>
    public static IQueryable<Contact> ContactOf(this GildeDb db, Viewer viewer, long otherId) => db.ContactsOf(viewer).Where(c => c.OtherId == otherId);

    public static Task<bool> AreInContact(this GildeDb db, long oneId, long otherId, CancellationToken stop = default) =>
        db.Contacts.AnyAsync(c => c.OwnerId == oneId && c.OtherId == otherId, stop);

    /// <summary>Both sides of a contact, for changing it.</summary>
    internal static IQueryable<Contact> BothSides(this GildeDb db, long oneId, long otherId) =>
        db.Contacts.Where(c => (c.OwnerId == oneId && c.OtherId == otherId) || (c.OwnerId == otherId && c.OtherId == oneId));

    /// <summary>
    /// Whom the viewer and each of some others both are in contact with, where the others' contact may be shown: neither of its two
    /// hides it, nor all of their contacts. By name.
    /// </summary>
    public static IQueryable<MutualContact> MutualContacts(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> others)
    {
        var visible = db.MembersVisibleTo(viewer);
        return from mine in db.Contacts
               join theirs in db.Contacts on mine.OtherId equals theirs.OwnerId
               join mutual in visible on mine.OtherId equals mutual.Id
               join other in visible on theirs.OtherId equals other.Id
               where mine.OwnerId == viewer.Id && others.Contains(theirs.OtherId) && other.Id != viewer.Id
                   && !theirs.Hidden && !mutual.HidesContacts && !other.HidesContacts
                   && db.Contacts.Any(back => back.OwnerId == other.Id && back.OtherId == mutual.Id && !back.Hidden)
               orderby SortName.Of(mutual.Name), mutual.Id
               select new MutualContact(other.Id, mutual.Id, mutual.Name, mutual.Handle);
    }

    /// <summary>Those whom the viewer has blocked: for them alone, and the only place where they still see them. Newest first.</summary>
    public static IQueryable<BlockedMember> BlockedBy(this GildeDb db, Viewer viewer) =>
        from block in db.Blocks
        join member in db.Members on block.BlockedId equals member.Id
        where block.MemberId == viewer.Id
        orderby block.At descending, member.Id
        select new BlockedMember(member.Id, member.Name, block.At);
}

/// <summary>Somebody whom the viewer has in common with <see cref="OtherId"/>.</summary>
public sealed record MutualContact(long OtherId, long Id, string Name, string Handle);

public sealed record BlockedMember(long Id, string Name, NodaTime.Instant At);
