using Gilde.Web.Formats;
using Gilde.Web.Web;
using NodaTime;

namespace Gilde.Web.Contacts;

public static class Birthdays
{
    /// <summary>A birthday as people say it, with the year where it is known.</summary>
    public static string Words(PartialDate day, Texts t)
    {
        if (day is not { Month: { } month, Day: { } number }) return day.ToString();
        var date = new LocalDate(day.Year ?? 2000, month, number);
        return date.ToString(day.Year is null ? (t.Language == Language.German ? "d. MMMM" : "d MMMM") : (t.Language == Language.German ? "d. MMMM yyyy" : "d MMMM yyyy"), t.Culture);
    }
}
