using Gilde.Web.Formats;
using NodaTime.Text;

namespace Gilde.Web.Contacts;

/// <summary>All contacts as a table that a spreadsheet opens: what they released, and the viewer's own notes on them.</summary>
public static class ContactTable
{
    private static readonly CardFieldKind[] Kinds = Enum.GetValues<CardFieldKind>();

    public static async Task Write(Stream output, Viewer viewer, IAsyncEnumerable<ExportedContact> contacts, CancellationToken stop)
    {
        var t = viewer.T;
        await using var csv = new SafeCsv(output);
        await csv.WriteAsync(
        [
            t["Name"], t["Headline"], t["Position"], t["Company"], .. Kinds.Select(k => CardLine.KindName(k, t)),
            t["Tags"], t["How we met"], t["Note"], t["Contact since"], t["Last talked"], t["Met in person"],
        ]);
        await foreach (var contact in contacts.WithCancellation(stop))
        {
            var row = contact.Contact;
            var card = contact.Card.ToLookup(l => l.Kind);
            await csv.WriteAsync(
            [
                row.Name, row.Headline, contact.Title, contact.Firm, .. Kinds.Select(k => Cell(card[k])),
                string.Join("; ", row.Tags), row.HowMet, row.Note, Day(viewer, row.Since), Day(viewer, row.LastTalk), Day(viewer, row.MetAt),
            ]);
        }
    }

    private static string Cell(IEnumerable<CardLine> lines) => string.Join("; ", lines.Select(l => l.Label.Length > 0 ? $"{l.Value} ({l.Label})" : l.Value));

    private static string Day(Viewer viewer, Instant? time) => time is { } at ? LocalDatePattern.Iso.Format(at.InZone(viewer.Zone).Date) : "";
}
