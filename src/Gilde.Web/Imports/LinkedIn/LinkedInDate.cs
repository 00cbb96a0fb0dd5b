using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>
/// Dates as people and exports write them: <c>12 Mar 2021</c>, <c>Mar 12, 2021</c>, <c>12. März 2021</c>,
/// <c>Mar 2021</c>, <c>2021</c>, <c>12.03.2021</c>, <c>03.2021</c>, <c>3/12/21</c> (month first), <c>2021-03-12</c>, <c>Aug 2</c>.
/// </summary>
public static class LinkedInDate
{
    private static readonly string[][] Months =
    [
        ["jan", "january", "januar", "jän", "jänner"],
        ["feb", "february", "februar"],
        ["mar", "march", "mär", "mrz", "märz", "maerz"],
        ["apr", "april"],
        ["may", "mai"],
        ["jun", "june", "juni"],
        ["jul", "july", "juli"],
        ["aug", "august"],
        ["sep", "sept", "september"],
        ["oct", "october", "okt", "oktober"],
        ["nov", "november"],
        ["dec", "december", "dez", "dezember"],
    ];

    public static bool TryParse(string text, [NotNullWhen(true)] out PartialDate? date)
    {
        var words = text.Split([' ', ',', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
            return PartialDate.TryParse(text, out date) || TryNumeric(text.Trim(), out date);
        date = null;
        int? day = null, month = null, year = null;
        foreach (var word in words)
        {
            if (Month(word) is { } named && month is null)
                month = named;
            else if (Number(word.TrimEnd('.')) is not { } number)
                return false;
            else if (number > 31 && year is null && word.Length == 4)
                year = number;
            else if (number <= 31 && day is null && word.Length <= 3)
                day = number;
            else
                return false;
        }
        return PartialDate.TryCreate(year, month, day, out date);
    }

    private static bool TryNumeric(string text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        var dotted = text.Split('.');
        if (dotted.Length == 3)
            return TryCreate(dotted[2], dotted[1], dotted[0], out date);
        if (dotted.Length == 2)
            return PartialDate.TryCreate(Year(dotted[1]), Number(dotted[0]), null, out date);
        var slashed = text.Split('/');
        return slashed.Length switch
        {
            2 => PartialDate.TryCreate(Year(slashed[1]), Number(slashed[0]), null, out date),
            3 => TryCreate(slashed[2], slashed[0], slashed[1], out date),
            _ => false,
        };
    }

    private static bool TryCreate(string year, string month, string day, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        return Year(year) is { } y && Number(month) is { } m && Number(day) is { } d && PartialDate.TryCreate(y, m, d, out date);
    }

    private static int? Month(string word)
    {
        var index = Array.FindIndex(Months, names => names.Contains(word.TrimEnd('.').ToLowerInvariant()));
        return index < 0 ? null : index + 1;
    }

    /// <summary>Two digits are a year of this century: the exports that write so are younger than it.</summary>
    private static int? Year(string text) => Number(text) is { } year && text.Length is 2 or 4 ? (text.Length == 2 ? 2000 + year : year) : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
