using Gilde.Web.Imports.AddressBook;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Somebody of the viewer's own address book whom a request may mean.</summary>
public sealed record KnownOutside(long Id, string Name, string Email)
{
    private const int Most = 3, LookedAt = 20;

    /// <summary>Those with a mail address whose name has a word of the description, whoever has most of them first.</summary>
    public static async Task<IReadOnlyList<KnownOutside>> Like(GildeDb db, Viewer viewer, string description, CancellationToken stop)
    {
        var words = PlainName.Of(description).Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).Take(4).ToList();
        var found = new Dictionary<long, (KnownOutside Person, int Hits)>();
        foreach (var word in words)
            foreach (var entry in await db.AddressBookOf(viewer).AsNoTracking().Where(e => e.SortName.Contains(word) && e.Emails != "").OrderBy(e => e.SortName).Take(LookedAt).ToListAsync(stop))
                found[entry.Id] = (new(entry.Id, entry.Name, entry.EmailList[0]), found.GetValueOrDefault(entry.Id).Hits + 1);
        return found.Values.OrderByDescending(f => f.Hits).ThenBy(f => f.Person.Id).Take(Most).Select(f => f.Person).ToList();
    }

    public static async Task<KnownOutside?> Find(GildeDb db, Viewer viewer, long? id, CancellationToken stop) =>
        await db.AddressBookOf(viewer).AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.Emails != "", stop) is { } entry ? new(entry.Id, entry.Name, entry.EmailList[0]) : null;
}
