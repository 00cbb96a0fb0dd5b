using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports.AddressBook;

public static class AddressBookScopes
{
    /// <summary>The viewer's own address book. Nobody reads another's.</summary>
    public static IQueryable<AddressBookEntry> AddressBookOf(this GildeDb db, Viewer viewer) => db.AddressBookEntries.Where(e => e.OwnerId == viewer.Id);

    internal static IQueryable<AddressBookKey> AddressBookKeysOf(this GildeDb db, Viewer viewer) => db.AddressBookKeys.Where(k => k.OwnerId == viewer.Id);

    /// <summary>Entries in the address books of others that hold one of these hashes; for matching alone, never shown.</summary>
    internal static IQueryable<HeldKey> EntriesOfOthersWith(this GildeDb db, Viewer viewer, IReadOnlyCollection<byte[]> hashes) =>
        from key in db.AddressBookKeys
        join entry in db.AddressBookEntries on key.EntryId equals entry.Id
        where hashes.Contains(key.Hash) && key.OwnerId != viewer.Id
        orderby key.OwnerId
        select new HeldKey(key.OwnerId, key.Kind, entry.Name);

    /// <summary>Those of some members whom a suggestion may name: visible, not in contact, not asked, not dismissed.</summary>
    internal static IQueryable<Member> SuggestibleTo(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids) =>
        db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)
            && !db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == m.Id)
            && !db.ContactRequests.Any(r => ((r.FromId == viewer.Id && r.ToId == m.Id) || (r.FromId == m.Id && r.ToId == viewer.Id)) && r.AcceptedAt == null && r.WithdrawnAt == null)
            && !db.SuggestionDismissals.Any(d => d.MemberId == viewer.Id && d.OtherId == m.Id));

    /// <summary>By which mail addresses and phone numbers members are known, as far as their accounts and cards say. For matching alone, never shown.</summary>
    internal static async Task<List<OwnKey>> KeysOfMembers(this GildeDb db, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        var emails = await db.Users.Where(a => ids.Contains(a.Id) && a.EmailConfirmed && a.Email != null).Select(a => new OwnKey(a.Id, MatchKind.Email, a.Email!)).ToListAsync(stop);
        var phones = await db.CardFields.Where(f => ids.Contains(f.MemberId) && (f.Kind == CardFieldKind.Mobile || f.Kind == CardFieldKind.Phone))
            .Select(f => new OwnKey(f.MemberId, MatchKind.Phone, f.Value)).ToListAsync(stop);
        return [.. emails, .. phones];
    }
}

/// <param name="EntryName">How the owner's entry names the person.</param>
internal sealed record HeldKey(long OwnerId, MatchKind Kind, string EntryName);

internal sealed record OwnKey(long MemberId, MatchKind Kind, string Value);
