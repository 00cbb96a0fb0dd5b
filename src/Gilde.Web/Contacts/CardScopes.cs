using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Web;

namespace Gilde.Web.Contacts;

public static class CardScopes
{
    /// <summary>The viewer's own contact data, for editing and choosing.</summary>
    public static IQueryable<CardField> CardOf(this GildeDb db, Viewer viewer) => db.CardFields.Where(f => f.MemberId == viewer.Id);

    /// <summary>
    /// Contact data of others that the viewer gets: released to them field by field, by somebody who exists for them and is their contact.
    /// There is no other way to read it.
    /// </summary>
    public static IQueryable<CardField> CardReleasedTo(this GildeDb db, Viewer viewer)
    {
        var contacts = db.ContactsOf(viewer);
        return db.CardFields.Where(f => db.CardReleases.Any(r => r.FieldId == f.Id && r.ToId == viewer.Id) && contacts.Any(c => c.OtherId == f.MemberId));
    }

    /// <summary>What the viewer has released to one other.</summary>
    public static IQueryable<CardRelease> ReleasesTo(this GildeDb db, Viewer viewer, long otherId) => db.Releases(viewer.Id, otherId);

    internal static IQueryable<CardRelease> Releases(this GildeDb db, long ownerId, long toId) =>
        db.CardReleases.Where(r => r.ToId == toId && db.CardFields.Any(f => f.Id == r.FieldId && f.MemberId == ownerId));

    /// <summary>Those of some fields that are the owner's.</summary>
    internal static IQueryable<long> FieldsOf(this GildeDb db, long ownerId, IReadOnlyCollection<long> fields) =>
        db.CardFields.Where(f => f.MemberId == ownerId && fields.Contains(f.Id)).Select(f => f.Id);
}
