using Gilde.Web.Profiles;

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
        // From what was released to the viewer on: that is little, the fields of all are not.
        return from r in db.CardReleases
               join f in db.CardFields on r.FieldId equals f.Id
               where r.ToId == viewer.Id && contacts.Any(c => c.OtherId == f.MemberId)
               select f;
    }

    /// <summary>What the viewer has released to one other.</summary>
    public static IQueryable<CardRelease> ReleasesTo(this GildeDb db, Viewer viewer, long otherId) => db.Releases(viewer.Id, otherId);

    /// <summary>Birthdays of contacts, with or without year, from those who released theirs.</summary>
    public static IQueryable<ReleasedBirthday> BirthdaysReleasedTo(this GildeDb db, Viewer viewer) =>
        from f in db.CardReleasedTo(viewer)
        join m in db.Members on f.MemberId equals m.Id
        where f.Kind == CardFieldKind.Birthday
        select new ReleasedBirthday { Id = m.Id, Handle = m.Handle, Name = m.Name, Headline = m.Headline, PictureId = m.PictureId, Value = f.Value };

    /// <summary>How many contacts have got each field of the viewer's card.</summary>
    public static IQueryable<FieldHolders> HoldersOfCard(this GildeDb db, Viewer viewer)
    {
        var contacts = db.ContactsOf(viewer);
        return db.CardReleases.Where(r => db.CardFields.Any(f => f.Id == r.FieldId && f.MemberId == viewer.Id) && contacts.Any(c => c.OtherId == r.ToId))
            .GroupBy(r => r.FieldId).Select(g => new FieldHolders(g.Key, g.Count()));
    }

    internal static IQueryable<CardRelease> Releases(this GildeDb db, long ownerId, long toId) =>
        db.CardReleases.Where(r => r.ToId == toId && db.CardFields.Any(f => f.Id == r.FieldId && f.MemberId == ownerId));

    /// <summary>Those of some fields that are the owner's.</summary>
    internal static IQueryable<long> FieldsOf(this GildeDb db, long ownerId, IReadOnlyCollection<long> fields) =>
        db.CardFields.Where(f => f.MemberId == ownerId && fields.Contains(f.Id)).Select(f => f.Id);
}

public sealed record FieldHolders(long FieldId, int Count);

public sealed class ReleasedBirthday
{
    public long Id { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string Headline { get; init; }
    public long? PictureId { get; init; }
    public required string Value { get; init; }
}
