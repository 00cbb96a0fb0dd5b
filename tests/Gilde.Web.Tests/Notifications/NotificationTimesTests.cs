using Gilde.Web.Notifications;

namespace Gilde.Web.Tests.Notifications;

public class NotificationTimesTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData(22, 7, "2026-06-01T23:15", "2026-06-02T07:00")]
    [InlineData(22, 7, "2026-06-02T03:00", "2026-06-02T07:00")]
    [InlineData(22, 7, "2026-06-02T22:00", "2026-06-03T07:00")]
    [InlineData(22, 7, "2026-06-02T07:00", "2026-06-02T07:00")]
    [InlineData(22, 7, "2026-06-02T21:59", "2026-06-02T21:59")]
    [InlineData(12, 14, "2026-06-02T12:30", "2026-06-02T14:00")]
    [InlineData(12, 14, "2026-06-02T14:00", "2026-06-02T14:00")]
    [InlineData(8, 8, "2026-06-02T08:00", "2026-06-02T08:00")]
    // The nights in which the clock is moved: the end of quiet stays seven o'clock.
    [InlineData(22, 7, "2026-03-28T23:00", "2026-03-29T07:00")]
    [InlineData(22, 7, "2026-10-24T23:00", "2026-10-25T07:00")]
    [InlineData(0, 2, "2026-03-29T01:30", "2026-03-29T03:00")]
    public void Quiet_hours_hold_mail_back_until_they_end(int from, int until, string now, string due) =>
        Assert.Equal(At(due), new NotificationTimes { QuietFrom = from, QuietUntil = until }.AfterQuiet(Berlin, At(now)));

    [Fact]
    public void Without_quiet_hours_mail_goes_out_at_once() => Assert.Equal(At("2026-06-02T03:00"), new NotificationTimes().AfterQuiet(Berlin, At("2026-06-02T03:00")));

    [Theory]
    [InlineData(8, "2026-06-02T07:59", "2026-06-02T08:00")]
    [InlineData(8, "2026-06-02T08:00", "2026-06-03T08:00")]
    // Spring: at two the clock shows three; that day's digest comes an hour later, the next at two again.
    [InlineData(2, "2026-03-28T12:00", "2026-03-29T03:00")]
    [InlineData(2, "2026-03-29T03:00", "2026-03-30T02:00")]
    // Autumn: the hour from two to three comes twice, the digest once.
    [InlineData(2, "2026-10-24T12:00", "2026-10-25T02:00")]
    [InlineData(8, "2026-03-28T12:00", "2026-03-29T08:00")]
    [InlineData(8, "2026-10-24T12:00", "2026-10-25T08:00")]
    public void A_daily_digest_goes_out_at_its_hour_whatever_the_clock_does(int hour, string now, string due) =>
        Assert.Equal(At(due), new NotificationTimes { DigestHour = hour }.NextDigest(DigestPeriod.Daily, Berlin, At(now)));

    [Fact]
    public void In_the_hour_that_comes_twice_no_second_digest_is_due()
    {
        var times = new NotificationTimes { DigestHour = 2 };
        var first = times.NextDigest(DigestPeriod.Daily, Berlin, At("2026-10-24T12:00"));
        Assert.Equal(At("2026-10-26T02:00"), times.NextDigest(DigestPeriod.Daily, Berlin, first));
        Assert.Equal(At("2026-10-26T02:00"), times.NextDigest(DigestPeriod.Daily, Berlin, first + Duration.FromHours(1)));
    }

    [Theory]
    [InlineData(1, "2026-06-02T12:00", "2026-06-08T08:00")]
    [InlineData(2, "2026-06-02T07:00", "2026-06-02T08:00")]
    [InlineData(7, "2026-03-23T12:00", "2026-03-29T08:00")]
    public void A_weekly_digest_goes_out_on_its_day(int weekday, string now, string due) =>
        Assert.Equal(At(due), new NotificationTimes { DigestWeekday = weekday }.NextDigest(DigestPeriod.Weekly, Berlin, At(now)));

    private static Instant At(string local) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneLeniently(Berlin).ToInstant();
}
