namespace Gilde.Web.Notifications;

/// <summary>When a member wants to be told, by the clock of their zone; without a row the values here hold.</summary>
public sealed class NotificationTimes
{
    public const int UsualHour = 8;

    public long MemberId { get; init; }
    /// <summary>At which hour digests go out, 0 to 23.</summary>
    public int DigestHour { get; set; } = UsualHour;
    /// <summary>On which day the weekly one does: 1 Monday to 7 Sunday.</summary>
    public int DigestWeekday { get; set; } = (int)IsoDayOfWeek.Monday;
    /// <summary>From this hour no mail at once…</summary>
    public int? QuietFrom { get; set; }
    /// <summary>…until this one; both or neither is set.</summary>
    public int? QuietUntil { get; set; }
    /// <summary>Set while the bell shows no number.</summary>
    public Instant? UncountedSince { get; set; }

    /// <summary>When a mail may go out that is ready now.</summary>
    public Instant AfterQuiet(DateTimeZone zone, Instant now)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until || from == until) return now;
        var local = now.InZone(zone).LocalDateTime;
        var isQuiet = from < until ? local.Hour >= from && local.Hour < until : local.Hour >= from || local.Hour < until;
        if (!isQuiet) return now;
        var day = local.Hour < until ? local.Date : local.Date.PlusDays(1);
        return Instant.Max(now, day.At(new LocalTime(until, 0)).InZoneLeniently(zone).ToInstant());
    }

    /// <summary>When the next digest goes out. An hour that the clock skips in spring is the one after it; one that comes twice in autumn counts once.</summary>
    public Instant NextDigest(DigestPeriod period, DateTimeZone zone, Instant now)
    {
        var hour = new LocalTime(DigestHour, 0);
        for (var day = now.InZone(zone).Date; ; day = day.PlusDays(1))
        {
            if (period == DigestPeriod.Weekly && (int)day.DayOfWeek != DigestWeekday) continue;
            if (day.At(hour).InZoneLeniently(zone).ToInstant() is var due && due > now) return due;
        }
    }
}

public enum DigestPeriod { Daily, Weekly }

/// <summary>Something waits for a member's next digest. Goes with the sending of it, in one transaction.</summary>
public sealed class DigestTurn
{
    public long MemberId { get; init; }
    public DigestPeriod Period { get; init; }
    public Instant DueAt { get; set; }
}
