using System.Globalization;
using NodaTime.Text;

namespace Gilde.Web.Formats;

/// <summary>Dates and times as vCards of all versions write them.</summary>
internal static class VCardDate
{
    /// <summary>The year that some phones write for a birthday without one.</summary>
    private const int NoYear = 1604;

    private static readonly InstantPattern[] Instants =
    [
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'"),
        InstantPattern.ExtendedIso,
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss"),
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss"),
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd"),
        InstantPattern.CreateWithInvariantCulture("uuuuMMdd"),
    ];

    /// <summary>A birthday: with dashes or without, with a time or without, with a year or without.</summary>
    public static PartialDate? Birthday(string text)
    {
        var date = text.Trim();
        date = date.IndexOf('T') is > 0 and var time ? date[..time] : date;
        if (!PartialDate.TryParse(Dashed(date), out var parsed))
            return null;
        return parsed is { Year: NoYear, Month: { } month, Day: { } day } ? PartialDate.Of(null, month, day) : parsed;
    }

    public static Instant? Moment(string text) => Instants
        .Select(pattern => pattern.Parse(text.Trim()))
        .Where(result => result.Success)
        .Select(result => (Instant?)result.Value)
        .FirstOrDefault();

    /// <summary>RFC 6350's own form: no dashes but where a part is missing.</summary>
    public static string Write(PartialDate date) => date switch
    {
        { Year: null } => string.Create(CultureInfo.InvariantCulture, $"--{date.Month:00}{date.Day:00}"),
        { Day: null } => date.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}{date.Month:00}{date.Day:00}"),
    };

    public static string Write(Instant moment) => Instants[0].Format(moment);

    private static string Dashed(string date) => date.Length switch
    {
        6 when date.StartsWith("--", StringComparison.Ordinal) => $"--{date[2..4]}-{date[4..]}",
        8 when date.All(char.IsAsciiDigit) => $"{date[..4]}-{date[4..6]}-{date[6..]}",
        _ => date,
    };
}
