using System.Text;
using static Gilde.Web.Formats.ContentLine;

namespace Gilde.Web.Formats;

/// <summary>Writes cards as vCard 4.0 (RFC 6350), UTF-8, lines folded at 75 octets.</summary>
public static class VCardWriter
{
    public const string MediaType = "text/vcard; charset=utf-8";

    public static string Write(VCard card)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(card))
            text.AppendContentLine(line);
        return text.ToString();
    }

    /// <summary>Writes card by card, holding one at a time.</summary>
    public static async Task WriteAsync(Stream output, IAsyncEnumerable<VCard> cards, CancellationToken cancellation = default)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        await foreach (var card in cards.WithCancellation(cancellation))
            await writer.WriteAsync(Write(card).AsMemory(), cancellation);
    }

    private static IEnumerable<string> Lines(VCard card)
    {
        yield return "BEGIN:VCARD";
        yield return "VERSION:4.0";
        yield return "KIND:" + Escape(card.Kind);
        if (card.Uid is { } uid)
            yield return Uri.IsWellFormedUriString(uid, UriKind.Absolute) ? "UID:" + uid : "UID;VALUE=text:" + Escape(uid);
        yield return "FN:" + Escape(card.FormattedName.Length > 0 ? card.FormattedName : card.Name.Spoken);
        if (card.Name != VCardName.Empty)
            yield return "N:" + Structured(card.Name.Family, card.Name.Given, card.Name.Additional, card.Name.Prefix, card.Name.Suffix);
        if (card.Organisation is { } organisation)
            yield return "ORG:" + (card.Department is { } department ? Structured(organisation, department) : Escape(organisation));
        if (card.Title is { } title)
            yield return "TITLE:" + Escape(title);
        if (card.Role is { } role)
            yield return "ROLE:" + Escape(role);
        foreach (var phone in card.Phones)
            yield return "TEL" + Types(phone.Use) + ":" + Escape(phone.Value);
        foreach (var email in card.Emails)
            yield return "EMAIL" + Types(email.Use) + ":" + Escape(email.Value);
        foreach (var address in card.Addresses)
            yield return "ADR" + Types(address.Use) + ":" + Structured(address.PostBox, address.Extended, address.Street,
                address.Locality, address.Region, address.PostalCode, address.Country);
        foreach (var url in card.Urls)
            yield return "URL" + Types(url.Use) + ":" + OneLine(url.Value);
        if (card.Birthday is { } birthday)
            yield return "BDAY:" + VCardDate.Write(birthday);
        if (card.Note is { } note)
            yield return "NOTE:" + Escape(note);
        if (card.Categories.Count > 0)
            yield return "CATEGORIES:" + string.Join(',', card.Categories.Select(Escape));
        if (card.Photo is { } photo)
            yield return $"PHOTO:data:{OneLine(photo.MediaType)};base64,{Convert.ToBase64String(photo.Bytes)}";
        if (card.Revised is { } revised)
            yield return "REV:" + VCardDate.Write(revised);
        yield return "END:VCARD";
    }

    private static string Types(VCardUse use)
    {
        List<string> types = [];
        if (use.HasFlag(VCardUse.Home))
            types.Add("home");
        if (use.HasFlag(VCardUse.Work))
            types.Add("work");
        if (use.HasFlag(VCardUse.Mobile))
            types.Add("cell");
        if (use.HasFlag(VCardUse.Fax))
            types.Add("fax");
        var list = types switch
        {
            [] => "",
            [var one] => ";TYPE=" + one,
            _ => $";TYPE=\"{string.Join(',', types)}\"",
        };
        return use.HasFlag(VCardUse.Preferred) ? list + ";PREF=1" : list;
    }

    private static string Structured(params IEnumerable<string> parts) => string.Join(';', parts.Select(Escape));

    /// <summary>A value that is not text and so not escaped must at least not start a line of its own.</summary>
    private static string OneLine(string value) => string.Concat(value.Where(c => !char.IsControl(c)));
}
