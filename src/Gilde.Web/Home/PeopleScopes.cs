using Gilde.Web.Contacts;
using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Web;

namespace Gilde.Web.Home;

internal static class PeopleScopes
{
    /// <summary>The other members, newest first.</summary>
    /// <param name="before">Those who came before this one; null begins with the newest.</param>
    public static IQueryable<Person> Newest(this GildeDb db, Viewer viewer, long? before = null) =>
        db.MembersVisibleTo(viewer).Where(m => m.Id != viewer.Id && (before == null || m.Id < before)).OrderByDescending(m => m.Id)
            .Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId));

    /// <summary>Members of the same place whom the viewer does not know yet, as far as their place is shown to the network.</summary>
    public static IQueryable<Person> Neighbours(this GildeDb db, Viewer viewer, string place, string country)
    {
        var known = db.ContactsOf(viewer);
        return db.MembersVisibleTo(viewer)
            .Where(m => m.Place == place && m.Country == country && m.Id != viewer.Id && !known.Any(c => c.OtherId == m.Id)
                && !db.SectionAudiences.Any(s => s.MemberId == m.Id && s.Section == ProfileSection.Place && (s.Audience == Audience.Contacts || s.Audience == Audience.Nobody)))
            .OrderByDescending(m => m.Id)
            .Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId));
    }

    /// <summary>How many members, contacts between them and places the network has.</summary>
    public static IQueryable<NetworkNumbers> Numbers(this GildeDb db) =>
        db.Networks.OrderBy(n => n.Id).Select(_ => new NetworkNumbers(
            db.Members.Count(m => m.ActiveSince != null && m.SuspendedAt == null),
            db.Contacts.Count() / 2,
            db.Members.Where(m => m.ActiveSince != null && m.Place != "").Select(m => m.Place).Distinct().Count()));
}

public sealed record NetworkNumbers(int Members, int Contacts, int Places)
{
    /// <summary>Below this many members numbers would rather put off.</summary>
    public const int Presentable = 25;
}
