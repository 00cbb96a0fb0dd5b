using System.Globalization;

namespace Gilde.Web.Formats;

/// <summary>Takes the properties of one card as they come, within the limits, and makes the card.</summary>
internal sealed class VCardBuilder(string file, VCardLimits limits, ProblemList problems)
{
    private readonly List<VCardEntry> _phones = [], _emails = [], _urls = [];
    private readonly List<VCardAddress> _addresses = [];
    private readonly List<string> _categories = [];
    private VCard _card = new();
    private bool _old;

    public void Add(VCardProperty property, long line)
    {
        if (property.Name != "PHOTO" && property.Value.Length > limits.Text)
        {
            problems.Add(file, line, "{0} is longer than {1} characters and was left out.",
                property.Name, limits.Text.ToString(CultureInfo.InvariantCulture));
            return;
        }
        switch (property.Name)
        {
            case "VERSION": _old = property.Value.TrimStart().StartsWith('2'); break;
            case "N": _card = _card with { Name = Name(Lines(property, ';')) }; break;
            case "FN": _card = _card with { FormattedName = Line(property) ?? "" }; break;
            case "UID": _card = _card with { Uid = Line(property) }; break;
            case "KIND" or "X-ADDRESSBOOKSERVER-KIND": _card = _card with { Kind = Line(property)?.ToLowerInvariant() ?? "individual" }; break;
            case "ORG": AddOrganisation(Lines(property, ';')); break;
            case "TITLE": _card = _card with { Title = _card.Title ?? Line(property) }; break;
            case "ROLE": _card = _card with { Role = _card.Role ?? Line(property) }; break;
            case "TEL": AddTo(_phones, Entry(property, "tel:"), property, line); break;
            case "EMAIL": AddTo(_emails, Entry(property, "mailto:"), property, line); break;
            case "URL": AddTo(_urls, Entry(property, ""), property, line); break;
            case "ADR": AddTo(_addresses, Address(Lines(property, ';'), property.Use), property, line); break;
            case "CATEGORIES": _categories.AddRange(Lines(property, ',').Where(c => c.Length > 0).Take(limits.Entries - _categories.Count)); break;
            case "NOTE": _card = _card with { Note = Note(property) }; break;
            case "BDAY": AddBirthday(property, line); break;
            case "PHOTO": AddPhoto(property, line); break;
            case "REV": _card = _card with { Revised = VCardDate.Moment(property.Value) }; break;
        }
    }

    /// <summary>Null when nothing in the card names anyone.</summary>
    public VCard? Build()
    {
        var name = new[]
        {
            _card.FormattedName, _card.Name.Spoken, _card.Organisation,
            _emails.Select(e => e.Value).FirstOrDefault(), _phones.Select(p => p.Value).FirstOrDefault(),
        }.FirstOrDefault(n => !string.IsNullOrEmpty(n));
        return name is null ? null : _card with
        {
            FormattedName = name, Phones = _phones, Emails = _emails, Urls = _urls, Addresses = _addresses, Categories = _categories,
        };
    }

    private string? Line(VCardProperty property) =>
        VisibleText.Line(VCardValue.Text(property, _old)) is { Length: > 0 } line ? line : null;

    private string[] Lines(VCardProperty property, char separator) =>
        [.. VCardValue.Parts(property, separator, _old).Select(VisibleText.Line)];

    private static VCardName Name(string[] parts) => new(At(parts, 0), At(parts, 1), At(parts, 2), At(parts, 3), At(parts, 4));

    private static string At(string[] parts, int index) => index < parts.Length ? parts[index] : "";

    private void AddOrganisation(string[] parts)
    {
        if (_card.Organisation is null && parts[0].Length > 0)
            _card = _card with { Organisation = parts[0], Department = At(parts, 1) is { Length: > 0 } department ? department : null };
    }

    private void AddTo<T>(List<T> list, T? entry, VCardProperty property, long line) where T : class
    {
        if (entry is null)
            return;
        if (list.Count < limits.Entries)
            list.Add(entry);
        else
            problems.Add(file, line, "The card has more than {1} entries of {0}. The rest was left out.",
                property.Name, limits.Entries.ToString(CultureInfo.InvariantCulture));
    }

    private VCardEntry? Entry(VCardProperty property, string scheme)
    {
        if (Line(property) is not { } text)
            return null;
        var value = scheme.Length > 0 && text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;
        return new VCardEntry(value, property.Use);
    }

    private static VCardAddress? Address(string[] parts, VCardUse use) => parts.All(p => p.Length == 0)
        ? null
        : new VCardAddress(At(parts, 2), At(parts, 3), At(parts, 4), At(parts, 5), At(parts, 6), At(parts, 1), At(parts, 0), use);

    private string? Note(VCardProperty property) =>
        VisibleText.Block(VCardValue.Text(property, _old)) is { Length: > 0 } note ? note : null;

    private void AddBirthday(VCardProperty property, long line)
    {
        var birthday = VCardDate.Birthday(property.Value);
        if (birthday is { Month: { } month, Day: { } day } && property.Parameter("X-APPLE-OMIT-YEAR") == $"{birthday.Year}")
            birthday = PartialDate.Of(null, month, day);
        if (birthday is null && property.Value.Trim().Length > 0)
            problems.Add(file, line, "“{0}” is not a date.", VisibleText.Line(VCardValue.Text(property, _old)));
        _card = _card with { Birthday = birthday };
    }

    private void AddPhoto(VCardProperty property, long line)
    {
        var photo = VCardValue.Data(property);
        if (photo is null && !VCardValue.IsAddress(property))
            problems.Add(file, line, "The picture cannot be read and was left out.");
        else if (photo?.Bytes.Length > limits.Photo)
            problems.Add(file, line, "The picture is too large and was left out.");
        else
            _card = _card with { Photo = _card.Photo ?? photo };
    }
}
