using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Gilde.Web.Formats;

/// <summary>
/// A date of which only a part may be known: a year (<c>2021</c>), a month (<c>2021-03</c>), a day
/// (<c>2021-03-12</c>), or a day that comes back every year (<c>--03-12</c>, a birthday without the year).
/// </summary>
/// <remarks>
/// The text form is the ISO 8601 one and is what the database, JSON and forms hold. Dates order by what is
/// known: <c>2021</c> comes before <c>2021-01</c>, and yearless days come before all years.
/// </remarks>
[JsonConverter(typeof(PartialDateJson))]
public sealed record PartialDate : IComparable<PartialDate>, IParsable<PartialDate>
{
    public const int MaxLength = 10;

    /// <summary>A year in which every day of the year exists, to check days that have no year.</summary>
    private const int LeapYear = 2000;

    private PartialDate(int? year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int? Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <exception cref="ArgumentOutOfRangeException">There is no such date, or a part between is missing.</exception>
    public static PartialDate Of(int? year, int? month = null, int? day = null) =>
        TryCreate(year, month, day, out var date)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(year), $"There is no date {year}-{month}-{day}.");

    public static PartialDate Of(LocalDate date) => Of(date.Year, date.Month, date.Day);

    public static bool TryCreate(int? year, int? month, int? day, [NotNullWhen(true)] out PartialDate? date)
    {
        date = IsDate(year, month, day) ? new PartialDate(year, month, day) : null;
        return date is not null;
    }

    public static PartialDate Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var date) ? date : throw new FormatException($"Not a date: “{s}”.");

    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out PartialDate? date) =>
        TryParse(s, null, out date);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [NotNullWhen(true)] out PartialDate? result)
    {
        result = null;
        var text = s.AsSpan().Trim();
        return text.Length switch
        {
            4 => Number(text) is { } y && TryCreate(y, null, null, out result),
            7 when text.StartsWith("--") && text[4] == '-' =>
                Number(text[2..4]) is { } m && Number(text[5..]) is { } d && TryCreate(null, m, d, out result),
            7 when text[4] == '-' => Number(text[..4]) is { } y && Number(text[5..]) is { } m && TryCreate(y, m, null, out result),
            10 when text[4] == '-' && text[7] == '-' => Number(text[..4]) is { } y && Number(text[5..7]) is { } m
                && Number(text[8..]) is { } d && TryCreate(y, m, d, out result),
            _ => false,
        };
    }

    public int CompareTo(PartialDate? other) => other is null
        ? 1
        : (Year ?? 0, Month ?? 0, Day ?? 0).CompareTo((other.Year ?? 0, other.Month ?? 0, other.Day ?? 0));

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>The ISO 8601 form.</summary>
    public override string ToString() => (Year, Month, Day) switch
    {
        (null, _, _) => $"--{Month:00}-{Day:00}",
        (_, null, _) => $"{Year:0000}",
        (_, _, null) => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };

    private static bool IsDate(int? year, int? month, int? day) => (year, month, day) switch
    {
        (< 1 or > 9999, _, _) or (_, < 1 or > 12, _) => false,
        (null, null, _) or (null, _, null) or (_, null, not null) => false,
        (_, { } m, { } d) => d >= 1 && d <= DateTime.DaysInMonth(year ?? LeapYear, m),
        _ => true,
    };

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
