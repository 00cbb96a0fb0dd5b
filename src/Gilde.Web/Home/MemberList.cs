using System.Globalization;
using Gilde.Web.Contacts;
using Gilde.Web.Formats;
using Gilde.Web.Introductions;
using Gilde.Web.Search;

namespace Gilde.Web.Home;

public enum MemberSort { Name, Newest }

/// <summary>Which members, in which order, from where on, as it stands in the address.</summary>
public sealed record MemberSearch(string? Q = null, MemberSort Sort = MemberSort.Name, string? After = null)
{
    public const int PageSize = 30, MaxLength = 200;

    public string Words => (Q ?? "").Trim();

    public string Href()
    {
        var query = QueryString.Empty;
        if (Words.Length > 0) query = query.Add("q", Words);
        if (Sort != MemberSort.Name) query = query.Add("sort", "newest");
        if (After is not null) query = query.Add("after", After);
        return "/members" + query;
    }
}

/// <summary>A page of members; <see cref="After"/> is where the next begins, null at the end.</summary>
public sealed record FoundMembers(IReadOnlyList<Person> People, string? After);

/// <summary>All members but the viewer, by name or the newest first, narrowed by the beginnings of names.</summary>
public sealed class MemberList(GildeDb db, Degrees degrees)
{
    public async Task<FoundMembers> Load(Viewer viewer, MemberSearch search, CancellationToken stop = default)
    {
        var rows = db.MemberRows(viewer);
        if (search.Words.Length > 0)
        {
            var named = db.NamedLike(SearchTerm.Of(VisibleText.Cut(search.Words, MemberSearch.MaxLength)));
            rows = rows.Where(m => named.Contains(m.Id));
        }
        var found = await Sorted(rows, search).Take(MemberSearch.PageSize + 1).ToListAsync(stop);
        var after = found.Count > MemberSearch.PageSize ? Cursor(found[MemberSearch.PageSize - 1], search.Sort) : null;
        return new(degrees.Mark(viewer, [.. found.Take(MemberSearch.PageSize).Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId))]), after);
    }

    private static IQueryable<MemberRow> Sorted(IQueryable<MemberRow> rows, MemberSearch search)
    {
        var from = Position(search.After);
        var (id, name) = (from?.Id ?? 0, from?.Name ?? "");
        if (search.Sort == MemberSort.Newest) return (from is null ? rows : rows.Where(m => m.Id < id)).OrderByDescending(m => m.Id);
        // Said as "from the name on, less those before" so that an index on the name is entered at the name.
        if (from is not null) rows = rows.Where(m => string.Compare(m.SortName, name) >= 0 && (m.SortName != name || m.Id > id));
        return rows.OrderBy(m => m.SortName).ThenBy(m => m.Id);
    }

    private static string Cursor(MemberRow last, MemberSort sort) => string.Create(CultureInfo.InvariantCulture, $"{last.Id}-{(sort == MemberSort.Name ? last.SortName : "")}");

    /// <summary>Null at the beginning, and for a cursor that is none.</summary>
    private static (long Id, string Name)? Position(string? after) =>
        after?.Split('-', 2) is [var id, var name] && name.Length <= MemberSearch.MaxLength && !name.Contains('\0') && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, name) : null;
}
