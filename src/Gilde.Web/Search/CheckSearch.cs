using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>What is wrong with the index of members, as places.</summary>
/// <param name="Missing">Who can be searched for and is not in it.</param>
/// <param name="Stray">Rows of nobody who can be searched for.</param>
/// <param name="Stale">Whose words or phrases are not those of their profile.</param>
internal sealed record IndexFaults(List<string> Missing, List<string> Stray, List<string> Stale);

/// <summary>Compares the index of members with their profiles, member by member, a page at a time. Changes nothing.</summary>
internal static class CheckSearch
{
    private const int Page = 500;

    /// <summary>Whether the index waits to be built anew, as after an import: then it need not be right yet.</summary>
    public static Task<bool> WaitsToBeBuilt(GildeDb db, CancellationToken stop) => db.Jobs.AnyAsync(j => j.Kind == RebuildSearchJob.JobKind && j.ParkedAt == null, stop);

    public static async Task<IndexFaults> Execute(GildeDb db, CancellationToken stop)
    {
        var faults = new IndexFaults([], [], []);
        await using var index = await IndexedWords.Open(db, stop);
        var last = 0L;
        for (List<long> page; (page = await db.MemberIdsAfter(last).Take(Page).ToListAsync(stop)).Count > 0; last = page[^1])
        {
            var texts = (await ProfileTextReader.Read(db, page, stop)).ToDictionary(t => t.MemberId);
            var phrases = (await db.SearchPhrasesOf(page).AsNoTracking().ToListAsync(stop)).ToLookup(p => p.MemberId);
            var rows = await index.Rows(page, stop);
            foreach (var id in page) Compare(id, texts.GetValueOrDefault(id), phrases[id], rows, index.Split, faults);
        }
        faults.Stray.AddRange(await index.OfNobody(stop));
        return faults;
    }

    private static void Compare(long id, ProfileText? text, IEnumerable<SearchPhrase> phrases, IReadOnlyDictionary<(long, Audience), WordSum> rows, Func<string, IEnumerable<string>> split, IndexFaults faults)
    {
        foreach (var audience in new[] { Audience.Members, Audience.Contacts })
        {
            var there = rows.TryGetValue((id, audience), out var sum);
            var wanted = text is not null && text.Rows.Contains(audience);
            if (wanted && !there) faults.Missing.Add(Place(id, audience));
            else if (there && !wanted) faults.Stray.Add(Place(id, audience));
            else if (wanted && sum != WordSum.Of(text!, audience, split)) faults.Stale.Add(Place(id, audience));
        }
        if (!Keys(phrases).SetEquals(Keys(text?.Phrases ?? []))) faults.Stale.Add($"member {id} phrases");
    }

    private static string Place(long id, Audience audience) => $"member {id}" + (audience == Audience.Contacts ? " for contacts" : "");

    private static HashSet<(Audience, PhraseKind, string, string)> Keys(IEnumerable<SearchPhrase> phrases) => [.. phrases.Select(p => (p.Audience, p.Kind, p.Key, p.Text))];
}
