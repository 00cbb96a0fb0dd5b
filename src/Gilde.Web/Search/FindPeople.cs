using System.Globalization;
using Gilde.Web.Contacts;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>Finds people by any words of what the viewer may see of them: the best first, among equals the nearest.</summary>
public sealed class FindPeople(GildeDb db, Degrees degrees)
{
    public const int Most = 1_000, PageSize = 20;
    private const int FacetsEach = 6, ReasonsEach = 2;

    public async Task<SearchAnswer> Execute(Viewer viewer, SearchInput input, CancellationToken stop = default)
    {
        var (found, terms, alike) = await Match(viewer, input, stop);
        var ranked = await Rank(viewer, found, stop);
        var after = Place.Parse(input.After);
        var page = ranked.Where(p => after is null || p.CompareTo(after) > 0).Take(PageSize + 1).ToList();
        var next = page.Count > PageSize ? page[PageSize - 1].ToString() : null;
        var facets = input.After is null ? await Facets(viewer, input, ranked, stop) : [];
        return new SearchAnswer(await Describe(viewer, page.Take(PageSize).Select(p => p.Id).ToList(), terms, stop), ranked.Count, alike, facets, next);
    }

    /// <summary>Everybody found but those who seek the same themselves; for those who ask for anyone of them.</summary>
    public async Task<(IReadOnlyList<long> People, IReadOnlyList<SearchTerm> Terms)> Everybody(Viewer viewer, SearchInput input, CancellationToken stop = default)
    {
        var (found, terms, _) = await Match(viewer, input, stop);
        var ids = found.Select(f => f.Id).ToArray();
        var seekers = await Seekers(viewer, ids, terms, stop);
        return (ids.Where(id => !seekers.Contains(id)).ToList(), terms);
    }

    /// <summary>Of some people found those who have one of the terms in what they seek alone.</summary>
    private async Task<HashSet<long>> Seekers(Viewer viewer, long[] found, IReadOnlyList<SearchTerm> terms, CancellationToken stop)
    {
        var sought = await db.SearchPhrasesVisibleTo(viewer, found).Where(p => p.Kind == PhraseKind.Seek).Select(p => new { p.MemberId, p.Text }).ToListAsync(stop);
        var seeking = sought.Where(p => terms.Any(t => t.MatchesText(p.Text))).Select(p => p.MemberId).Distinct().ToArray();
        if (seeking.Length == 0) return [];
        var people = await db.MembersVisibleTo(viewer).Where(m => seeking.Contains(m.Id)).Select(m => new { m.Id, m.Name, m.Headline }).ToListAsync(stop);
        var others = (await db.SearchPhrasesVisibleTo(viewer, seeking).Where(p => p.Kind != PhraseKind.Seek).Select(p => new { p.MemberId, p.Text }).ToListAsync(stop)).ToLookup(p => p.MemberId, p => p.Text);
        return [.. people.Where(m => terms.Any(t => !others[m.Id].Append(m.Name).Append(m.Headline).Any(t.MatchesText))).Select(m => m.Id)];
    }

    /// <summary>The phrases that explain why somebody was found by these terms, where name and headline do not.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<Reason>>> Reasons(Viewer viewer, IReadOnlyCollection<Person> people, IReadOnlyList<SearchTerm> terms, CancellationToken stop = default)
    {
        var ids = people.Select(p => p.Id).ToList();
        var phrases = (await db.SearchPhrasesVisibleTo(viewer).Where(p => ids.Contains(p.MemberId)).Select(p => new { p.MemberId, p.Kind, p.Text }).ToListAsync(stop)).ToLookup(p => p.MemberId);
        return people.ToDictionary(p => p.Id, p =>
        {
            var open = terms.Where(t => !t.MatchesText(p.Name) && !t.MatchesText(p.Headline)).ToList();
            return (IReadOnlyList<Reason>)phrases[p.Id].Where(f => open.Any(t => t.MatchesText(f.Text))).OrderBy(f => f.Kind).DistinctBy(f => Words.Fold(f.Text))
                .Take(ReasonsEach).Select(f => new Reason(f.Kind, f.Text)).ToList();
        });
    }

    /// <summary>As typed; if that finds nobody, with words spelt alike for those that nobody has.</summary>
    private async Task<(List<Found> People, IReadOnlyList<SearchTerm> Terms, bool Alike)> Match(Viewer viewer, SearchInput input, CancellationToken stop)
    {
        var words = new Vocabulary(db);
        var terms = new List<SearchTerm>();
        foreach (var term in SearchTerm.Of(input.Text)) terms.Add(term with { Others = await words.Containing(term.Word, stop) });
        if (terms.Count == 0 && !input.Filters.Any()) return ([], [], false);
        var found = await Load(viewer, terms, input, stop);
        if (found.Count > 0 || terms.Count == 0) return (found, terms, false);

        for (var i = 0; i < terms.Count; i++)
            if (!await db.PeopleMatching(viewer, [terms[i]], []).AnyAsync(stop)) terms[i] = terms[i] with { Others = await words.Alike(terms[i].Word, stop) };
        found = await Load(viewer, terms, input, stop);
        return (found, terms, found.Count > 0);
    }

    private async Task<List<Found>> Load(Viewer viewer, IReadOnlyList<SearchTerm> terms, SearchInput input, CancellationToken stop) =>
        (await db.PeopleMatching(viewer, terms, input.Filters).Take(Most * 2).ToListAsync(stop)).DistinctBy(f => f.Id).Take(Most).ToList();

    private async Task<List<Place>> Rank(Viewer viewer, List<Found> found, CancellationToken stop)
    {
        var near = await degrees.Alone(viewer, [.. found.Select(f => f.Id)], stop);
        return found.Select((f, i) => new Place(f.Score, near[i] is > 0 and var degree ? degree : byte.MaxValue, f.Id)).Order().ToList();
    }

    private async Task<List<FoundPerson>> Describe(Viewer viewer, IReadOnlyList<long> ids, IReadOnlyList<SearchTerm> terms, CancellationToken stop)
    {
        var people = await db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
        var near = await degrees.Of(viewer, ids, stop);
        var reasons = await Reasons(viewer, people.Values, terms, stop);
        return ids.Where(people.ContainsKey).Select(id => new FoundPerson(people[id], near[id], reasons[id])).ToList();
    }

    private async Task<List<Facet>> Facets(Viewer viewer, SearchInput input, List<Place> ranked, CancellationToken stop)
    {
        var ids = ranked.Select(p => p.Id).ToArray();
        var chosen = input.Chosen.Select(f => f.Kind).ToList();
        var counts = await db.SearchPhrasesVisibleTo(viewer, ids)
            .Where(p => p.Kind == PhraseKind.Place || p.Kind == PhraseKind.Firm || p.Kind == PhraseKind.Skill)
            .GroupBy(p => new { p.Kind, p.Key }).Select(g => new { g.Key.Kind, Text = g.Min(p => p.Text)!, Count = g.Select(p => p.MemberId).Distinct().Count() }).ToListAsync(stop);
        return counts.Where(c => !chosen.Contains(c.Kind) && c.Count < ranked.Count).GroupBy(c => c.Kind).OrderByDescending(g => g.Key)
            .SelectMany(g => g.OrderByDescending(c => c.Count).ThenBy(c => c.Text, StringComparer.Ordinal).Take(FacetsEach)).Select(c => new Facet(c.Kind, c.Text, c.Count)).ToList();
    }

    /// <summary>Where somebody stands in the results; as text the cursor of the next page.</summary>
    private sealed record Place(int Score, byte Degree, long Id) : IComparable<Place>
    {
        public int CompareTo(Place? other) => (-Score, Degree, Id).CompareTo((-other!.Score, other.Degree, other.Id));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Score}-{Degree}-{Id}");

        public static Place? Parse(string? text) =>
            text?.Split('-') is [var score, var degree, var id] && int.TryParse(score, out var s) && byte.TryParse(degree, out var d) && long.TryParse(id, out var i) ? new Place(s, d, i) : null;
    }
}
