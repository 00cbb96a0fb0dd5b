using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>Somebody whom a search found.</summary>
public sealed record Found(long Id, int Score);

/// <summary>A filter: only those with this phrase.</summary>
public sealed record PhraseFilter(PhraseKind Kind, string Key);

public static class SearchScopes
{
    /// <summary>Phrases of those who exist for the viewer, as far as the viewer belongs to their audience.</summary>
    public static IQueryable<SearchPhrase> SearchPhrasesVisibleTo(this GildeDb db, Viewer viewer) => db.SearchPhrasesOf(viewer, db.MembersVisibleTo(viewer));

    /// <summary>The same of some members. Said of both sides, so that PostgreSQL looks these up and not everybody.</summary>
    public static IQueryable<SearchPhrase> SearchPhrasesVisibleTo(this GildeDb db, Viewer viewer, long[] of) =>
        db.SearchPhrasesOf(viewer, db.MembersVisibleTo(viewer).Where(m => EF.Parameter(of).Contains(m.Id))).Where(p => EF.Parameter(of).Contains(p.MemberId));

    private static IQueryable<SearchPhrase> SearchPhrasesOf(this GildeDb db, Viewer viewer, IQueryable<Member> members) =>
        db.SearchPhrases.Where(p => (p.Audience == Audience.Members || p.MemberId == viewer.Id || db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == p.MemberId))
            && members.Any(m => m.Id == p.MemberId));

    /// <summary>
    /// Who exists for the viewer and has, in what the viewer may see of them, every term and every filtered phrase. Somebody may come twice:
    /// by what members see and by what contacts see; the better score counts.
    /// </summary>
    public static IQueryable<Found> PeopleMatching(this GildeDb db, Viewer viewer, IReadOnlyList<SearchTerm> terms, IEnumerable<PhraseFilter> filters)
    {
        var members = db.MembersVisibleTo(viewer);
        foreach (var (kind, key) in filters)
        {
            var phrases = db.SearchPhrasesVisibleTo(viewer).Where(p => p.Kind == kind && p.Key == key);
            members = members.Where(m => phrases.Any(p => p.MemberId == m.Id));
        }
        if (terms.Count == 0) return members.OrderBy(m => m.Id).Select(m => new Found(m.Id, 0));

        var text = new FullText(db);
        var hits = db.Database.SqlQueryRaw<SearchHit>(text.Rows(terms), text.Parameters);
        return from hit in hits
               join member in members on hit.MemberId equals member.Id
               where hit.Audience == (int)Audience.Members || hit.MemberId == viewer.Id || db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == hit.MemberId)
               orderby hit.Score descending, hit.MemberId
               select new Found(hit.MemberId, hit.Score);
    }

    /// <summary>Ids of those in whose name every word begins, of everybody: to be met with those whom the viewer may see.</summary>
    public static IQueryable<long> NamedLike(this GildeDb db, IReadOnlyList<SearchTerm> terms)
    {
        var text = new FullText(db);
        return db.Database.SqlQueryRaw<long>(text.Names(terms), text.Parameters);
    }

    /// <summary>Skills that at least so many members show to all members, the most frequent first.</summary>
    public static IQueryable<string> CommonSkills(this GildeDb db, int atLeast) =>
        db.SearchPhrases.Where(p => p.Kind == PhraseKind.Skill && p.Audience == Audience.Members).GroupBy(p => p.Key).Where(g => g.Count() >= atLeast)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Min(p => p.Text)!);

    /// <summary>For the upkeep of the index alone.</summary>
    internal static IQueryable<SearchPhrase> SearchPhrasesOf(this GildeDb db, IReadOnlyCollection<long> ids) => db.SearchPhrases.Where(p => ids.Contains(p.MemberId));

    /// <summary>For the upkeep of the index alone.</summary>
    internal static Task<int> ActiveMembers(this GildeDb db, CancellationToken stop) => db.Members.CountAsync(m => m.ActiveSince != null, stop);

    /// <summary>For the upkeep of the index alone.</summary>
    internal static IQueryable<long> MemberIdsAfter(this GildeDb db, long last) => db.Members.Where(m => m.Id > last).OrderBy(m => m.Id).Select(m => m.Id);
}
