using System.Text;
using Gilde.Web.Data;
using Gilde.Web.Formats;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Contacts;

/// <summary>Birthdays of contacts who released theirs, as yearly all-day events (RFC 5545).</summary>
public static class BirthdayCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";
    /// <summary>Where the year is not known: a leap year, so that 29 February exists.</summary>
    private const int NoYear = 1972;
    private const int MaxOctets = 75;

    public static async Task<string> Write(GildeDb db, Viewer viewer, Settings settings, Instant now, CancellationToken stop)
    {
        var text = new StringBuilder();
        foreach (var line in (string[])["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Gilde//Birthdays//EN"]) Append(text, line);
        foreach (var birthday in await db.BirthdaysReleasedTo(viewer).OrderBy(b => b.Id).ToListAsync(stop))
        {
            if (!PartialDate.TryParse(birthday.Value, out var parsed) || parsed is not { Month: { } month, Day: { } day }) continue;
            Append(text, "BEGIN:VEVENT");
            Append(text, $"UID:birthday-{birthday.Id}@{settings.Address.Host}");
            Append(text, $"DTSTAMP:{now.ToDateTimeUtc():yyyyMMdd'T'HHmmss'Z'}");
            Append(text, $"DTSTART;VALUE=DATE:{parsed.Year ?? NoYear:0000}{month:00}{day:00}");
            Append(text, "RRULE:FREQ=YEARLY");
            Append(text, "TRANSP:TRANSPARENT");
            Append(text, "SUMMARY:" + Escape(viewer.T["Birthday: {0}", birthday.Name]));
            Append(text, "END:VEVENT");
        }
        Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,");

    private static void Append(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
