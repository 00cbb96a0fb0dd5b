using Gilde.Web.Accounts;
using Gilde.Web.Formats;
using Gilde.Web.Imports.AddressBook;

namespace Gilde.Web.Imports;

/// <summary>The people of a vCard file. Cards of groups and firms are no people.</summary>
internal static class VCardContent
{
    private const int MaxPhone = 60;

    public static ImportContent From(VCardFile file) => new()
    {
        People = [.. file.Cards.Where(c => c.Kind == "individual" && c.FormattedName.Length <= AddressBookEntry.MaxName).Select(Person)],
    };

    private static ImportedPerson Person(VCard card) => new()
    {
        Name = card.FormattedName,
        Firm = Short(card.Organisation),
        Title = Short(card.Title ?? card.Role),
        Web = card.Urls.Select(u => u.Value).FirstOrDefault(IsWebAddress) ?? "",
        Emails = [.. card.Emails.Select(e => EmailAddress.TryParse(e.Value, out var address) ? address.Value : null).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
        Phones = [.. card.Phones.Where(p => !p.Use.HasFlag(VCardUse.Fax) && p.Value.Length <= MaxPhone).Select(p => p.Value).Distinct()],
        Note = card.Note is { Length: <= AddressBookEntry.MaxNote } note ? note : "",
        Birthday = card.Birthday is { Day: not null } birthday ? birthday : null,
    };

    private static string Short(string? text) => text is { Length: <= 200 } ? text : "";

    private static bool IsWebAddress(string text) =>
        text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}
