using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports.AddressBook;

/// <param name="NoRoom">So many were left out because the address book is full.</param>
public sealed record KeptPeople(int Added, int Completed, int NoRoom);

/// <summary>
/// Puts people into the viewer's address book. Who is there already, by name and a mail address, phone number or web address in common, is
/// completed and never doubled.
/// </summary>
public sealed class KeepPeople(GildeDb db, IClock clock)
{
    private const int Batch = 500;

    /// <summary>Call it in a transaction. It forgets what the context tracked: save other things before.</summary>
    public async Task<KeptPeople> Execute(Viewer viewer, IEnumerable<ImportedPerson> people, CancellationToken stop = default)
    {
        var keys = await MatchKeys.Load(db, stop);
        var country = (await db.Me(viewer, stop)).Country;
        var entries = await db.AddressBookOf(viewer).AsNoTracking().ToListAsync(stop);
        var book = entries.ToLookup(e => e.SortName).ToDictionary(g => g.Key, g => g.ToList());
        var (added, completed, noRoom, now) = (0, 0, 0, clock.GetCurrentInstant());
        foreach (var batch in people.Chunk(Batch))
        {
            var touched = new HashSet<AddressBookEntry>();
            foreach (var person in batch)
            {
                // Longer than the name where “ß” becomes “ss”.
                var sortName = VisibleText.Cut(PlainName.Of(person.Name), AddressBookEntry.MaxName);
                var same = book.GetValueOrDefault(sortName, []);
                if (same.Find(e => EntryMerge.IsSame(e, person)) is { } there)
                {
                    if (!EntryMerge.Complete(there, person))
                        continue;
                    if (touched.Add(there))
                        completed++;
                }
                else if (entries.Count + added >= AddressBookEntry.MostPerMember)
                {
                    noRoom++;
                }
                else
                {
                    var entry = db.Add(EntryMerge.New(viewer.Id, person, sortName, now)).Entity;
                    book[sortName] = [.. same, entry];
                    touched.Add(entry);
                    added++;
                }
            }
            db.UpdateRange(touched.Where(e => e.Id != 0));
            await db.SaveChangesAsync(stop);
            await SaveKeys(touched, keys, country, stop);
            // Tracking tens of thousands would make every save slower than the one before.
            db.ChangeTracker.Clear();
        }
        return new KeptPeople(added, completed, noRoom);
    }

    private async Task SaveKeys(IReadOnlyCollection<AddressBookEntry> entries, MatchKeys keys, string country, CancellationToken stop)
    {
        var ids = entries.Select(e => e.Id).ToList();
        var there = (await db.Set<AddressBookKey>().AsNoTracking().Where(k => ids.Contains(k.EntryId)).ToListAsync(stop)).Select(k => (k.EntryId, Convert.ToHexString(k.Hash))).ToHashSet();
        foreach (var entry in entries)
        {
            var hashes = entry.EmailList.Select(e => (MatchKind.Email, Hash: keys.Email(e))).Concat(entry.PhoneList.Select(p => (MatchKind.Phone, Hash: keys.Phone(p, country))));
            foreach (var (kind, hash) in hashes)
                if (hash is not null && there.Add((entry.Id, Convert.ToHexString(hash))))
                    db.Add(new AddressBookKey { EntryId = entry.Id, OwnerId = entry.OwnerId, Kind = kind, Hash = hash });
        }
        await db.SaveChangesAsync(stop);
    }
}
