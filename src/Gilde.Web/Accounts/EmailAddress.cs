using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using Gilde.Web.Formats;

namespace Gilde.Web.Accounts;

/// <summary>An e-mail address that mail can be sent to. Case does not tell two addresses apart.</summary>
public sealed record EmailAddress
{
    public const int MaxLength = 200;

    private EmailAddress(string value) => Value = value;

    public string Value { get; }
    /// <summary>What is compared and unique: Identity's normalised form.</summary>
    public string Key => Value.ToUpperInvariant();

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        var value = VisibleText.Line(text ?? "");
        if (value.Length is < 3 or > MaxLength || value.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"')) return false;
        if (!MailAddress.TryCreate(value, out var parsed) || parsed.Address != value || !parsed.Host.Contains('.')) return false;
        address = new EmailAddress(value);
        return true;
    }

    public override string ToString() => Value;
}
