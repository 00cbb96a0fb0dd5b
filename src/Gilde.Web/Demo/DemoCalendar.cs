namespace Gilde.Web.Demo;

/// <summary>When people of the trade write: working days from early morning, rarely in the evening or on weekends.</summary>
internal static class DemoCalendar
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>A believable moment on or soon after the day.</summary>
    public static Instant On(DemoRandom random, LocalDate day, bool social)
    {
        var weekend = social && random.Chance(0.2);
        while (!weekend && day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) day = day.PlusDays(1);
        var minutes = random.Below(100) switch
        {
            < 55 => random.Between(6 * 60 + 30, 12 * 60),
            < 92 => random.Between(12 * 60 + 30, 17 * 60 + 30),
            _ => random.Between(17 * 60 + 30, 21 * 60 + 45),
        };
        return At(day, minutes, random.Below(60));
    }

    /// <summary>When an answer comes: often within the hour, often the same day, else one of the next.</summary>
    public static Instant After(DemoRandom random, Instant before, bool social)
    {
        var way = random.Below(100);
        if (way < 45) return before + Duration.FromSeconds(random.Between(40, 45 * 60));
        var day = before.InZone(Zone).Date.PlusDays(way < 65 ? 0 : random.Between(1, way < 92 ? 2 : 6));
        var later = On(random, day, social);
        return later > before ? later : On(random, day.PlusDays(1), social);
    }

    public static LocalDate DayOf(Instant at) => at.InZone(Zone).Date;

    public static Instant At(LocalDate day, int minutes, int seconds) =>
        day.At(new LocalTime(minutes / 60, minutes % 60, seconds)).InZoneLeniently(Zone).ToInstant();
}
