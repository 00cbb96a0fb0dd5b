using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>
/// Members who have the viewer in their address book and whom the viewer has in theirs: both or neither of the two is told.
/// </summary>
/// <remarks>
/// A mail address counts because its account has proven it. A phone number anybody may write on their card, so it counts only where the
/// entry bears the member's name as well; else one could find out with a stranger's number who knows the stranger.
/// </remarks>
public sealed class Acquaintances(GildeDb db)
{
    private const int MostHolders = 500;
    private const int MostShown = 20;

    public async Task<IReadOnlyList<Person>> Of(Viewer viewer, CancellationToken stop = default)
    {
        if (!await db.AddressBookKeysOf(viewer).AnyAsync(stop))
            return [];
        var keys = await MatchKeys.Load(db, stop);
        var me = await db.Me(viewer, stop);
        var mine = (await db.KeysOfMembers([viewer.Id], stop)).Select(k => HashOf(keys, k, me.Country)).OfType<byte[]>().ToList();
        var holders = (await db.EntriesOfOthersWith(viewer, mine).Take(MostHolders).ToListAsync(stop)).Where(h => Means(h.Kind, h.EntryName, me.Name)).Select(h => h.OwnerId).ToHashSet();
        if (holders.Count == 0)
            return [];
        var members = await db.SuggestibleTo(viewer, holders).Select(m => new { m.Country, Person = new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId) }).ToListAsync(stop);
        var known = await Known(viewer, keys, members.ToDictionary(m => m.Person.Id, m => (m.Person.Name, m.Country)), stop);
        return [.. members.Select(m => m.Person).Where(p => known.Contains(p.Id)).OrderBy(p => p.Name, StringComparer.Create(viewer.T.Culture, ignoreCase: true)).Take(MostShown)];
    }

    /// <summary>Those of some members whom the viewer's own address book holds.</summary>
    private async Task<HashSet<long>> Known(Viewer viewer, MatchKeys keys, Dictionary<long, (string Name, string Country)> members, CancellationToken stop)
    {
        var theirs = (await db.KeysOfMembers(members.Keys, stop))
            .Select(k => (k.MemberId, Hash: HashOf(keys, k, members[k.MemberId].Country)))
            .Where(k => k.Hash is not null)
            .ToLookup(k => Convert.ToHexString(k.Hash!), k => k.MemberId);
        var hashes = theirs.Select(g => Convert.FromHexString(g.Key)).ToList();
        var entries = await (
            from key in db.AddressBookKeysOf(viewer)
            join entry in db.AddressBookOf(viewer) on key.EntryId equals entry.Id
            where hashes.Contains(key.Hash)
            select new { key.Hash, key.Kind, entry.Name }).ToListAsync(stop);
        return [.. entries.SelectMany(e => theirs[Convert.ToHexString(e.Hash)].Where(id => Means(e.Kind, e.Name, members[id].Name)))];
    }

    private static bool Means(MatchKind kind, string entryName, string memberName) => kind == MatchKind.Email || PlainName.IsSame(entryName, memberName);

    private static byte[]? HashOf(MatchKeys keys, OwnKey key, string country) => key.Kind == MatchKind.Email ? keys.Email(key.Value) : keys.Phone(key.Value, country);
}
