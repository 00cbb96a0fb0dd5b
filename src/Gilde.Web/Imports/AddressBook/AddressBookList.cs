using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>One line of the list, and its object in JSON.</summary>
public sealed record AddressBookRow(long Id, string Name, string Firm, string Title, string Emails, string Phones, PartialDate? LastWrote);

/// <summary>A page of the address book; <see cref="After"/> is where the next begins, null at the end.</summary>
public sealed record AddressBookRows(IReadOnlyList<AddressBookRow> Rows, string? After);

/// <summary>The viewer's address book by name, searched, page by page.</summary>
internal static class AddressBookList
{
    private const int PageSize = 50;
    private const int MostTerms = 6;

    public static async Task<AddressBookRows> Load(GildeDb db, Viewer viewer, string? words, string? after, CancellationToken stop)
    {
        var entries = db.AddressBookOf(viewer).AsNoTracking();
        foreach (var term in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostTerms))
        {
            var (name, other) = (LikePattern.Exactly(PlainName.Of(term)), LikePattern.InAnyCase(term));
            entries = entries.Where(e => EF.Functions.Like(e.SortName, name, LikePattern.Escape) || EF.Functions.Like(e.Firm.ToLower(), other, LikePattern.Escape)
                || EF.Functions.Like(e.Title.ToLower(), other, LikePattern.Escape) || EF.Functions.Like(e.Emails.ToLower(), other, LikePattern.Escape) || EF.Functions.Like(e.Note.ToLower(), other, LikePattern.Escape));
        }
        if (Position(after) is { } place)
            entries = entries.Where(e => string.Compare(e.SortName, place.Name) > 0 || (e.SortName == place.Name && e.Id > place.Id));
        var found = await entries.OrderBy(e => e.SortName).ThenBy(e => e.Id).Take(PageSize + 1)
            .Select(e => new { e.SortName, Row = new AddressBookRow(e.Id, e.Name, e.Firm, e.Title, e.Emails, e.Phones, e.LastWrote) }).ToListAsync(stop);
        var last = found.Count > PageSize ? found[PageSize - 1] : null;
        return new AddressBookRows([.. found.Take(PageSize).Select(f => f.Row)], last is null ? null : Cursor(last.Row.Id, last.SortName));
    }

    private static string Cursor(long id, string name) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {name}")));

    /// <summary>Null at the beginning, and for a cursor that is none.</summary>
    private static (long Id, string Name)? Position(string? after)
    {
        if (after is not { Length: > 0 and < 1000 } || !Base64Url.IsValid(after))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)).Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var id) ? (id, parts[1]) : null;
    }
}
