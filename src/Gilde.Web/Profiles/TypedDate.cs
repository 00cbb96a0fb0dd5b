using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Gilde.Web.Formats;

namespace Gilde.Web.Profiles;

/// <summary>Dates as people type them: <c>2021</c>, <c>03/2021</c>, <c>12.03.2021</c>, <c>Mär 2021</c>, <c>12 March 2021</c>, <c>2021-03</c>. The day comes first.</summary>
public static partial class TypedDate
{
    private static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("de-DE"), CultureInfo.GetCultureInfo("de-AT"), CultureInfo.GetCultureInfo("en-GB")];

    public static bool TryParse(string text, [NotNullWhen(true)] out PartialDate? date)
    {
        date = null;
        text = text.Trim();
        if (text.Length is 0 or > 40) return false;
        if (!text.StartsWith('-') && PartialDate.TryParse(text, out date)) return true;
        if (Numbers().Match(text) is { Success: true } numbers)
            return PartialDate.TryCreate(Number(numbers, "year"), Number(numbers, "month"), Number(numbers, "day"), out date);
        if (Words().Match(text) is not { Success: true } words || MonthOf(words.Groups["month"].Value) is not { } month) return false;
        return PartialDate.TryCreate(Number(words, "year"), month, Number(words, "day"), out date);
    }

    /// <summary>How a date stands in the field when it is edited again; <see cref="TryParse"/> reads it back.</summary>
    public static string Write(PartialDate? date) => date switch
    {
        null => "",
        { Month: null } => $"{date.Year}",
        { Day: null } => $"{date.Month:00}/{date.Year}",
        _ => $"{date.Day:00}.{date.Month:00}.{date.Year}",
    };

    /// <summary>The month whose German or English name begins like this, at least three letters long.</summary>
    private static int? MonthOf(string name)
    {
        var typed = name.TrimEnd('.');
        if (typed.Length < 3) return null;
        for (var month = 1; month <= 12; month++)
        {
            if (Cultures.Any(c => c.CompareInfo.IsPrefix(c.DateTimeFormat.GetMonthName(month), typed, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace))) return month;
        }
        // "Sept." is a beginning, "Maerz" and "Mrz" are spellings.
        return typed.ToLowerInvariant() switch { "mrz" => 3, "maerz" => 3, _ => null };
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})\s*[./]\s*)?(?<month>\d{1,2})\s*[./]\s*(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})\.?\s+)?(?<month>\p{L}+\.?)\s+(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
