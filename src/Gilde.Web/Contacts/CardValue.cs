using System.Text.RegularExpressions;
using Gilde.Web.Accounts;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>Contact data as typed: what to store, or in words why it cannot be. Forgiving on form, strict on what could not work.</summary>
public sealed partial record CardValue(string? Value, string? Problem)
{
    private const int FewestDigits = 5, MostDigits = 17, OldestYear = 1900;

    public static CardValue Read(CardFieldKind kind, string? typed, LocalDate today, Texts t)
    {
        var text = kind == CardFieldKind.Address ? VisibleText.Block(typed ?? "") : VisibleText.Line(typed ?? "");
        if (text.Length == 0) return new(null, t["Please fill this in."]);
        if (text.Length > CardField.MaxValue) return new(null, t["At most {0} characters, please; these are {1}.", CardField.MaxValue, text.Length]);
        return kind switch
        {
            CardFieldKind.Email => Email(text, t),
            CardFieldKind.Mobile or CardFieldKind.Phone => Phone(text, t),
            CardFieldKind.Birthday => Birthday(text, today, t),
            CardFieldKind.Address or CardFieldKind.Messenger or CardFieldKind.Other => new(text, null),
        };
    }

    private static CardValue Email(string text, Texts t)
    {
        var address = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        if (!address.Contains('@')) return new(null, t["The @ is missing: an e-mail address looks like name@example.org."]);
        return EmailAddress.TryParse(address, out var email) ? new(email.Value, null) : new(null, t["This address is incomplete or has a typo: it looks like name@example.org."]);
    }

    private static CardValue Phone(string text, Texts t)
    {
        if (PhoneMistake().Match(text) is { Success: true } mistake) return new(null, t["A phone number has no “{0}”: write it like +49 2352 12345.", mistake.Value]);
        return text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits ? new(text, null) : new(null, t["This number has too few or too many digits: write it like +49 2352 12345."]);
    }

    private static CardValue Birthday(string text, LocalDate today, Texts t)
    {
        if (Day(text) is not { Month: { } month, Day: { } number } day) return new(null, t["Write the day as 12.03.1980, or without the year as 12.03."]);
        if (day.Year is { } year && (year < OldestYear || new LocalDate(year, month, number) > today)) return new(null, t["Please check the year."]);
        return new(day.ToString(), null);
    }

    /// <summary>12.3.1980, 12.03., 12/03/1980, 1980-03-12 or --03-12.</summary>
    private static PartialDate? Day(string text)
    {
        if (PartialDate.TryParse(text, out var iso)) return iso;
        if (DayFirst().Match(text) is not { Success: true } match) return null;
        int? year = match.Groups[3].Success ? int.Parse(match.Groups[3].ValueSpan) : null;
        return PartialDate.TryCreate(year, int.Parse(match.Groups[2].ValueSpan), int.Parse(match.Groups[1].ValueSpan), out var date) ? date : null;
    }

    /// <summary>The value as one would type it again.</summary>
    public static string ToType(CardFieldKind kind, string value) =>
        kind == CardFieldKind.Birthday && PartialDate.TryParse(value, out var day) ? $"{day.Day:00}.{day.Month:00}." + (day.Year is { } year ? $"{year:0000}" : "") : value;

    [GeneratedRegex(@"[^0-9 +()/.\-–]")]
    private static partial Regex PhoneMistake();

    [GeneratedRegex(@"^(\d{1,2})[./] ?(\d{1,2})(?:[./]? ?(\d{4})|\.?)$")]
    private static partial Regex DayFirst();
}
