using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions;

public static class PersonScopes
{
    /// <summary>Members as lists and routes show them.</summary>
    public static IQueryable<Person> AsPeople(this IQueryable<Member> members) =>
        members.AsNoTracking().Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId));

    /// <summary>One to three people whom the graph has shown to be there for the viewer; every profile asks it.</summary>
    internal static async Task<IReadOnlyList<Person>> ThreePeople(this GildeDb db, IReadOnlyList<long> ids, CancellationToken stop)
    {
        var found = new List<Person>();
        await foreach (var person in Three.For(db)(db, ids[0], ids.ElementAtOrDefault(1), ids.ElementAtOrDefault(2)).WithCancellation(stop)) found.Add(person);
        return found;
    }

    private static readonly CompiledQuery<Func<GildeDb, long, long, long, IAsyncEnumerable<Person>>> Three = new(() => EF.CompileAsyncQuery((GildeDb db, long one, long two, long three) =>
        db.Members.Where(m => (m.Id == one || m.Id == two || m.Id == three) && m.ActiveSince != null && m.SuspendedAt == null)
            .Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId))));
}
