using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>A contact's birthday in the next days; <see cref="Turns"/> only where the year was given.</summary>
public sealed record UpcomingBirthday(Person Who, int InDays, int? Turns);

public static class Birthdays
{
    public const int DaysAhead = 14;
    private const int Most = 20;
    private const string Leap = "02-29";

    /// <summary>Birthdays that contacts have released to the viewer, from today on.</summary>
    public static async Task<IReadOnlyList<UpcomingBirthday>> Upcoming(GildeDb db, Viewer viewer, LocalDate today, CancellationToken stop = default)
    {
        var days = Days(today);
        var keys = days.Keys.ToList();
        // Stored as 1980-03-12 or --03-12: the last five characters are the day of the year.
        var found = await db.BirthdaysReleasedTo(viewer).Where(b => keys.Contains(b.Value.Substring(b.Value.Length - 5))).ToListAsync(stop);
        var upcoming =
            from b in found
            let ahead = days[b.Value[^5..]]
            let year = PartialDate.Parse(b.Value).Year
            orderby ahead, b.Name, b.Id
            select new UpcomingBirthday(new Person(b.Id, b.Handle, b.Name, b.Headline, b.PictureId), ahead, today.PlusDays(ahead).Year - year);
        return [.. upcoming.Take(Most)];
    }

    /// <summary>A birthday as people say it, with the year where it is known.</summary>
    public static string Words(PartialDate day, Texts t)
    {
        if (day is not { Month: { } month, Day: { } number }) return day.ToString();
        var pattern = (t.Language == Language.German ? "d. MMMM" : "d MMMM") + (day.Year is null ? "" : " yyyy");
        return new LocalDate(day.Year ?? 2000, month, number).ToString(pattern, t.Culture);
    }

    /// <summary>"03-12" and in how many days it is; who was born on 29 February celebrates on the 28th where there is no 29th.</summary>
    private static Dictionary<string, int> Days(LocalDate today)
    {
        var days = new Dictionary<string, int>();
        for (var ahead = 0; ahead < DaysAhead; ahead++)
        {
            var day = today.PlusDays(ahead);
            days[$"{day.Month:00}-{day.Day:00}"] = ahead;
            if (day is { Month: 2, Day: 28 } && !CalendarSystem.Iso.IsLeapYear(day.Year)) days[Leap] = ahead;
        }
        return days;
    }
}
