using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>A piece of contact data as it is shown.</summary>
public sealed record CardLine(long Id, CardFieldKind Kind, string Label, string Value, [property: System.Text.Json.Serialization.JsonIgnore] bool ByDefault)
{
    /// <summary>What it is, in words: the owner's label, else its kind.</summary>
    public string Title(Texts t) => Label.Length > 0 ? Label : KindName(Kind, t);

    /// <summary>The value as people read it.</summary>
    public string Shown(Texts t) => Kind == CardFieldKind.Birthday && PartialDate.TryParse(Value, out var day) ? Birthdays.Words(day, t) : Value;

    /// <summary>Where a tap leads: a call, a mail, a page.</summary>
    public string? Href() => Kind switch
    {
        CardFieldKind.Email => "mailto:" + Value,
        CardFieldKind.Mobile or CardFieldKind.Phone => "tel:" + string.Concat(Value.Replace("(0)", "", StringComparison.Ordinal).Where(c => char.IsAsciiDigit(c) || c == '+')),
        CardFieldKind.Messenger or CardFieldKind.Other when IsWebAddress => Value,
        _ => null,
    };

    public bool IsWebAddress => Uri.TryCreate(Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public string Icon => Kind switch
    {
        CardFieldKind.Email => "mail",
        CardFieldKind.Mobile => "smartphone",
        CardFieldKind.Phone => "phone",
        CardFieldKind.Address => "map-pin",
        CardFieldKind.Messenger => "message-circle",
        CardFieldKind.Birthday => "cake",
        CardFieldKind.Other => "id-card",
    };

    public static string KindName(CardFieldKind kind, Texts t) => kind switch
    {
        CardFieldKind.Email => t["E-mail"],
        CardFieldKind.Mobile => t["Mobile"],
        CardFieldKind.Phone => t["Phone"],
        CardFieldKind.Address => t["Address"],
        CardFieldKind.Messenger => t["Messenger"],
        CardFieldKind.Birthday => t["Birthday"],
        CardFieldKind.Other => t["Other"],
    };
}

public static class CardLines
{
    /// <summary>The viewer's own card in the order of kinds.</summary>
    public static Task<List<CardLine>> OwnCard(this GildeDb db, Viewer viewer, CancellationToken stop = default) => Lines(db.CardOf(viewer), stop);

    /// <summary>What one contact has released to the viewer.</summary>
    public static Task<List<CardLine>> CardFrom(this GildeDb db, Viewer viewer, long contactId, CancellationToken stop = default) =>
        Lines(db.CardReleasedTo(viewer).Where(f => f.MemberId == contactId), stop);

    private static Task<List<CardLine>> Lines(IQueryable<CardField> fields, CancellationToken stop) =>
        fields.OrderBy(f => f.Kind).ThenBy(f => f.Id).Select(f => new CardLine(f.Id, f.Kind, f.Label, f.Value, f.ByDefault)).ToListAsync(stop);
}
