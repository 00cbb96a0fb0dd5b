using Gilde.Web.Contacts;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Home;

internal static class PeopleScopes
{
    /// <summary>The other members, newest first.</summary>
    public static IQueryable<Person> Newest(this GildeDb db, Viewer viewer) =>
        db.MembersVisibleTo(viewer).Where(m => m.Id != viewer.Id).OrderByDescending(m => m.Id).AsPeople();

    /// <summary>The other members as the list of all shows and sorts them. There is an index on exactly this sort name and the id.</summary>
    public static IQueryable<MemberRow> MemberRows(this GildeDb db, Viewer viewer) =>
        db.MembersVisibleTo(viewer).Where(m => m.Id != viewer.Id).Select(m => new MemberRow
        {
            Id = m.Id,
            Handle = m.Handle,
            Name = m.Name,
            Headline = m.Headline,
            PictureId = m.PictureId,
            SortName = SortName.Of(m.Name),
        });

    /// <summary>Members of the same place whom the viewer does not know yet, as far as their place is shown to the network.</summary>
    public static IQueryable<Person> Neighbours(this GildeDb db, Viewer viewer, string place, string country)
    {
        var known = db.ContactsOf(viewer);
        return db.MembersVisibleTo(viewer)
            .Where(m => m.Place == place && m.Country == country && m.Id != viewer.Id && !known.Any(c => c.OtherId == m.Id)
                && !db.SectionAudiences.Any(s => s.MemberId == m.Id && s.Section == ProfileSection.Place && (s.Audience == Audience.Contacts || s.Audience == Audience.Nobody)))
            .OrderByDescending(m => m.Id)
            .AsPeople();
    }

    /// <summary>How many members, contacts between them and places the network has.</summary>
    public static IQueryable<NetworkNumbers> Numbers(this GildeDb db) =>
        db.Networks.OrderBy(n => n.Id).Select(_ => new NetworkNumbers(
            db.Members.Count(m => m.ActiveSince != null && m.SuspendedAt == null),
            db.Contacts.Count() / 2,
            db.Members.Where(m => m.ActiveSince != null && m.Place != "").Select(m => m.Place).Distinct().Count()));
}

/// <summary>A member in the list of all.</summary>
public sealed class MemberRow
{
    public long Id { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string Headline { get; init; }
    public long? PictureId { get; init; }
    /// <summary>The name with umlauts as their vowels, in small letters.</summary>
    public required string SortName { get; init; }
}

public sealed record NetworkNumbers(int Members, int Contacts, int Places)
{
    /// <summary>Below this many members numbers would rather put off.</summary>
    public const int Presentable = 25;
}
