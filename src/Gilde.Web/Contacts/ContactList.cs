using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Gilde.Web.Contacts;

/// <summary>Silent: those not talked to for the longest time first, counted from the start of the contact where there was no talk at all.</summary>
public enum ContactSort { Name, Newest, Talked, Silent }

/// <summary>Which contacts, in which order, from where on.</summary>
public sealed record ContactSearch(string? Words, string? Tag, ContactSort Sort, string? After, bool Selecting = false)
{
    public const int PageSize = 50;

    public bool Narrows => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Tag);

    public string Href(string? after = null, string? tag = null, bool anyTag = false)
    {
        var query = QueryString.Empty;
        if (!string.IsNullOrWhiteSpace(Words)) query = query.Add("q", Words);
        if ((anyTag ? null : tag ?? Tag) is { Length: > 0 } one) query = query.Add("tag", one);
        if (Sort != ContactSort.Name) query = query.Add("sort", Sort.ToString().ToLowerInvariant());
        if (Selecting) query = query.Add("select", "1");
        if (after is not null) query = query.Add("after", after);
        return "/contacts" + query;
    }
}

/// <summary>A page of contacts; <see cref="After"/> is where the next begins, null at the end.</summary>
public sealed record FoundContacts(IReadOnlyList<ContactRow> Rows, string? After);

public static class ContactList
{
    public static async Task<FoundContacts> Load(GildeDb db, Viewer viewer, ContactSearch search, CancellationToken stop = default)
    {
        var rows = db.ContactRows(viewer).WithTag(db, viewer, search.Tag).WithWords(db, viewer, search.Words);
        var found = await Sorted(rows, search).Take(ContactSearch.PageSize + 1).ToListAsync(stop);
        var after = found.Count > ContactSearch.PageSize ? Cursor(found[ContactSearch.PageSize - 1], search.Sort) : null;
        var page = found.Take(ContactSearch.PageSize).ToList();
        await AddTags(db, viewer, page, stop);
        return new(page, after);
    }

    public static async Task AddTags(GildeDb db, Viewer viewer, IReadOnlyList<ContactRow> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var tags = (await db.ContactTags.AsNoTracking().Where(t => t.OwnerId == viewer.Id && ids.Contains(t.OtherId)).OrderBy(t => t.Tag).ToListAsync(stop)).ToLookup(t => t.OtherId, t => t.Tag);
        foreach (var row in rows) row.Tags = [.. tags[row.Id]];
    }

    private static IQueryable<ContactRow> Sorted(IQueryable<ContactRow> rows, ContactSearch search)
    {
        var from = Position(search);
        var (time, id) = (from?.Time ?? default, from?.Id ?? 0);
        var never = NodaConstants.UnixEpoch;
        switch (search.Sort)
        {
            case ContactSort.Newest:
                if (from is not null) rows = rows.Where(r => r.Since < time || (r.Since == time && r.Id < id));
                return rows.OrderByDescending(r => r.Since).ThenByDescending(r => r.Id);
            case ContactSort.Talked:
                if (from is not null) rows = rows.Where(r => (r.LastTalk ?? never) < time || ((r.LastTalk ?? never) == time && r.Id < id));
                return rows.OrderByDescending(r => r.LastTalk ?? never).ThenByDescending(r => r.Id);
            case ContactSort.Silent:
                if (from is not null) rows = rows.Where(r => (r.LastTalk ?? r.Since) > time || ((r.LastTalk ?? r.Since) == time && r.Id > id));
                return rows.OrderBy(r => r.LastTalk ?? r.Since).ThenBy(r => r.Id);
            default:
                if (from is { Name: var name }) rows = rows.Where(r => string.Compare(r.SortName, name) > 0 || (r.SortName == name && r.Id > id));
                return rows.OrderBy(r => r.SortName).ThenBy(r => r.Id);
        }
    }

    private static string Cursor(ContactRow last, ContactSort sort)
    {
        var key = sort switch
        {
            ContactSort.Newest => Micros(last.Since),
            ContactSort.Talked => Micros(last.LastTalk ?? NodaConstants.UnixEpoch),
            ContactSort.Silent => Micros(last.LastTalk ?? last.Since),
            ContactSort.Name => last.SortName,
        };
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.Id} {key}")));
    }

    private static string Micros(Instant time) => (time.ToUnixTimeTicks() / 10).ToString(CultureInfo.InvariantCulture);

    /// <summary>Null at the beginning, and for a cursor that is none.</summary>
    private static Place? Position(ContactSearch search)
    {
        if (search.After is not { Length: > 0 and < 1000 } after || !Base64Url.IsValid(after)) return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)).Split(' ', 2);
        if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)) return null;
        if (search.Sort == ContactSort.Name) return new(id, default, parts[1]);
        return long.TryParse(parts[1], CultureInfo.InvariantCulture, out var micros) && micros is >= 0 and < 1L << 52 ? new(id, Instant.FromUnixTimeTicks(micros * 10), "") : null;
    }

    private sealed record Place(long Id, Instant Time, string Name);
}
