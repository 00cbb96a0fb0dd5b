using System.Globalization;
using Gilde.Web.Formats;

namespace Gilde.Web.Profiles;

/// <summary>Dates of which a part is known, in words of the viewer's language.</summary>
public static class DateWords
{
    /// <summary>"2021", "03/2021", "12.03.2021".</summary>
    public static string Show(PartialDate? date, Texts t) => date switch
    {
        null => "",
        { Year: { } year, Month: null } => year.ToString(CultureInfo.InvariantCulture),
        { Year: { } year, Month: { } month, Day: null } => $"{month:00}/{year}",
        { Year: { } year, Month: { } month, Day: { } day } => new DateOnly(year, month, day).ToString(t.Language == Language.German ? "dd.MM.yyyy" : "d MMM yyyy", t.Culture),
        { Month: { } month, Day: { } day } => new DateOnly(2000, month, day).ToString(t.Language == Language.German ? "dd.MM." : "d MMM", t.Culture),
        _ => "",
    };

    /// <summary>"03/2011 – 12/2018", "since 2019", "until 2018".</summary>
    public static string Span(PartialDate? from, PartialDate? to, Texts t) => (from, to) switch
    {
        (null, null) => "",
        (null, _) => t["until {0}", Show(to, t)],
        (_, null) => t["since {0}", Show(from, t)],
        _ when from == to => Show(from, t),
        _ => $"{Show(from, t)} – {Show(to, t)}",
    };
}
