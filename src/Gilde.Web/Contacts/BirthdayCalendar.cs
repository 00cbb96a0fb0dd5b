using System.Text;
using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>Birthdays of contacts who released theirs, as yearly all-day events (RFC 5545).</summary>
public static class BirthdayCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";
    /// <summary>Where the year is not known: a leap year, so that 29 February exists.</summary>
    private const int NoYear = 1972;

    public static async Task<string> Write(GildeDb db, Viewer viewer, Settings settings, Instant now, CancellationToken stop)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gilde//Birthdays//EN"]) text.AppendContentLine(line);
        foreach (var birthday in await db.BirthdaysReleasedTo(viewer).OrderBy(b => b.Id).ToListAsync(stop))
        {
            if (!PartialDate.TryParse(birthday.Value, out var parsed) || parsed is not { Month: { } month, Day: { } day }) continue;
            text.AppendContentLine("BEGIN:VEVENT");
            text.AppendContentLine($"UID:birthday-{birthday.Id}@{settings.Address.Host}");
            text.AppendContentLine($"DTSTAMP:{now.ToDateTimeUtc():yyyyMMdd'T'HHmmss'Z'}");
            text.AppendContentLine($"DTSTART;VALUE=DATE:{parsed.Year ?? NoYear:0000}{month:00}{day:00}");
            text.AppendContentLine("RRULE:FREQ=YEARLY");
            text.AppendContentLine("TRANSP:TRANSPARENT");
            text.AppendContentLine("SUMMARY:" + ContentLine.Escape(viewer.T["Birthday: {0}", birthday.Name]));
            text.AppendContentLine("END:VEVENT");
        }
        text.AppendContentLine("END:VCALENDAR");
        return text.ToString();
    }
}
