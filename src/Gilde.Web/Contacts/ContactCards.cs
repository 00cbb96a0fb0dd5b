using System.Runtime.CompilerServices;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles.Export;

namespace Gilde.Web.Contacts;

/// <summary>A contact as they leave for an address book: with what they released to the viewer and nothing else of their contact data.</summary>
public sealed record ExportedContact(ContactRow Contact, IReadOnlyList<CardLine> Card, string Title, string Firm, VCardPhoto? Photo);

/// <summary>Reads contacts for download, a batch at a time.</summary>
public sealed class ContactCards(GildeDb db, Settings settings, PictureFolder pictures)
{
    public async Task<ExportedContact?> One(Viewer viewer, long id, CancellationToken stop = default)
    {
        if (await db.ContactRows(viewer).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } row) return null;
        return (await Complete(viewer, [row], withPhotos: true, stop))[0];
    }

    /// <summary>All contacts by name; each photo is a file to be read.</summary>
    public async IAsyncEnumerable<ExportedContact> All(Viewer viewer, bool withPhotos, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var search = new ContactSearch(null, null, ContactSort.Name, null);
        while (true)
        {
            var page = await ContactList.Load(db, viewer, search, stop);
            foreach (var contact in await Complete(viewer, page.Rows, withPhotos, stop)) yield return contact;
            if (page.After is null) yield break;
            search = search with { After = page.After };
        }
    }

    public VCard Card(ExportedContact contact, Texts t, bool withTags)
    {
        var lines = contact.Card.ToLookup(l => l.Kind);
        var row = contact.Contact;
        var page = new Uri(settings.Address, "/@" + row.Handle).AbsoluteUri;
        return new VCard
        {
            Uid = page,
            FormattedName = row.Name,
            Name = ProfileVCard.NameOf(row.Name),
            Organisation = contact.Firm.Length > 0 ? contact.Firm : null,
            Title = contact.Title.Length > 0 ? contact.Title : row.Headline.Length > 0 ? row.Headline : null,
            Emails = [.. lines[CardFieldKind.Email].Select(l => new VCardEntry(l.Value, Use(l)))],
            Phones = [.. lines[CardFieldKind.Mobile].Select(l => new VCardEntry(l.Value, Use(l) | VCardUse.Mobile)), .. lines[CardFieldKind.Phone].Select(l => new VCardEntry(l.Value, Use(l)))],
            Addresses = [.. lines[CardFieldKind.Address].Select(l => PostalLines.Read(l.Value, Use(l)))],
            Urls = [new VCardEntry(page), .. contact.Card.Where(l => l.Href() is not null && l.IsWebAddress).Select(l => new VCardEntry(l.Value))],
            Birthday = lines[CardFieldKind.Birthday].Select(l => PartialDate.TryParse(l.Value, out var day) ? day : null).FirstOrDefault(),
            Note = Note(contact.Card, t),
            Categories = withTags ? row.Tags : [],
            Photo = contact.Photo,
        };
    }

    private async Task<IReadOnlyList<ExportedContact>> Complete(Viewer viewer, IReadOnlyList<ContactRow> rows, bool withPhotos, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var cards = (await db.CardReleasedTo(viewer).Where(f => ids.Contains(f.MemberId)).OrderBy(f => f.Kind).ThenBy(f => f.Id)
            .Select(f => new { f.MemberId, Line = new CardLine(f.Id, f.Kind, f.Label, f.Value, f.ByDefault) }).ToListAsync(stop)).ToLookup(f => f.MemberId, f => f.Line);
        var positions = await CurrentPositions.Of(db, ids, asContacts: true, stop);
        var photos = withPhotos ? await Photos(rows, stop) : [];
        return [.. rows.Select(r => new ExportedContact(r, [.. cards[r.Id]], positions.GetValueOrDefault(r.Id)?.Title ?? "", positions.GetValueOrDefault(r.Id)?.Firm ?? "", photos.GetValueOrDefault(r.Id)))];
    }

    private async Task<Dictionary<long, VCardPhoto>> Photos(IReadOnlyList<ContactRow> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.PictureId).OfType<long>().ToList();
        var rendition = PictureShape.For(PicturePurpose.Profile).Of(PictureSize.Card)!;
        var photos = new Dictionary<long, VCardPhoto>();
        foreach (var picture in await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id) && p.Purpose == PicturePurpose.Profile).ToListAsync(stop))
        {
            var file = pictures.FileOf(picture.Folder, rendition);
            if (File.Exists(file)) photos[picture.OwnerId] = new VCardPhoto(rendition.MediaType, await File.ReadAllBytesAsync(file, stop));
        }
        return photos;
    }

    // Messengers have no field that address books agree on.
    private static string? Note(IReadOnlyList<CardLine> card, Texts t)
    {
        var lines = card.Where(l => l.Kind is CardFieldKind.Messenger or CardFieldKind.Other && !l.IsWebAddress).Select(l => $"{l.Title(t)}: {l.Value}").ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : null;
    }

    private static VCardUse Use(CardLine line) => line.Label.ToLowerInvariant() switch
    {
        var l when l.Contains("priv") || l.Contains("home") || l.Contains("zuhause") => VCardUse.Home,
        var l when l.Contains("büro") || l.Contains("firm") || l.Contains("office") || l.Contains("work") || l.Contains("dienst") || l.Contains("geschäft") => VCardUse.Work,
        _ => VCardUse.None,
    };
}
