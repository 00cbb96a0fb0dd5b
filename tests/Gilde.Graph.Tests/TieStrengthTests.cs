using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gilde.Graph.Tests;

public class TieStrengthTests
{
    const int Today = 20_000;

    static readonly Gen<OneWayExchange> Directions = Gen.Frequency(
        (1, Gen.Constant(OneWayExchange.None)),
        (6, from days in Gen.Choose(1, 200)
            from more in Gen.Choose(0, 3000)
            from ago in Gen.Choose(0, 2000)
            select new OneWayExchange(days + more, days, Today - ago)));

    static readonly Gen<ConfirmedMeetings> Meetings = Gen.Frequency(
        (2, Gen.Constant(ConfirmedMeetings.None)),
        (1, from days in Gen.Choose(1, 20) from ago in Gen.Choose(0, 2000) select new ConfirmedMeetings(days, Today - ago)));

    static readonly Gen<(OneWayExchange Forth, OneWayExchange Back, ConfirmedMeetings Meetings)> Ties =
        from forth in Directions from back in Directions from meetings in Meetings select (forth, back, meetings);

    static void ForAllTies(Action<OneWayExchange, OneWayExchange, ConfirmedMeetings> property) =>
        Prop.ForAll(Arb.From(Ties), tie => property(tie.Forth, tie.Back, tie.Meetings))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    static byte Of(OneWayExchange forth, OneWayExchange back, ConfirmedMeetings meetings = default, int today = Today) =>
        TieStrength.Of(forth, back, meetings, today);

    [Fact]
    public void Both_see_the_same_strength() => ForAllTies((forth, back, meetings) =>
        Assert.Equal(Of(forth, back, meetings), Of(back, forth, meetings)));

    [Fact]
    public void Time_without_exchange_never_warms_a_tie() => ForAllTies((forth, back, meetings) =>
        Assert.True(Of(forth, back, meetings, Today + 90) <= Of(forth, back, meetings)));

    [Fact]
    public void What_one_side_does_alone_adds_nothing() => ForAllTies((forth, _, meetings) =>
        Assert.Equal(Of(OneWayExchange.None, OneWayExchange.None, meetings), Of(forth, OneWayExchange.None, meetings)));

    [Fact]
    public void The_side_that_writes_more_and_later_cannot_raise_the_tie_by_writing_still_more() => ForAllTies((forth, _, meetings) =>
    {
        if (forth.Days == 0) return;
        var more = new OneWayExchange(forth.Messages * 2, forth.Days * 2, Today);
        var muchMore = new OneWayExchange(forth.Messages * 9, forth.Days * 9, Today);
        Assert.Equal(Of(forth, more, meetings), Of(forth, muchMore, meetings));
    });

    [Fact]
    public void Messages_beyond_the_daily_cap_add_nothing()
    {
        var capped = new OneWayExchange(5 * TieStrength.MessagesADay, 5, Today);
        var flood = new OneWayExchange(100_000, 5, Today);
        Assert.Equal(Of(capped, capped), Of(flood, flood));
    }

    [Fact]
    public void A_day_more_of_talk_or_a_meeting_never_cools_a_tie() => ForAllTies((forth, back, meetings) =>
    {
        static OneWayExchange DayMore(OneWayExchange one) => new(one.Messages + 1, one.Days + 1, Today);
        Assert.True(Of(DayMore(forth), DayMore(back), meetings) >= Of(forth, back, meetings));
        Assert.True(Of(forth, back, new(meetings.Days + 1, Today)) >= Of(forth, back, meetings));
    });

    [Fact]
    public void Talk_counts_half_after_its_half_life()
    {
        var sixteenDays = new OneWayExchange(16, 16, Today);
        var eightDays = new OneWayExchange(8, 8, Today);
        Assert.Equal(Of(eightDays, eightDays), Of(sixteenDays, sixteenDays, today: Today + TieStrength.TalkHalfLifeDays));
    }

    [Fact]
    public void The_steps_follow_a_tie_as_it_grows_and_fades()
    {
        static OneWayExchange DaysOfTalk(int days) => new(days * 2, days, Today);
        Assert.Equal(TieStrength.FromValue(TieStrength.BareContact), Of(OneWayExchange.None, OneWayExchange.None));
        Assert.Equal(Warmth.Acquainted, TieStrength.WarmthOf(Of(OneWayExchange.None, OneWayExchange.None)));
        Assert.Equal(Warmth.Warm, TieStrength.WarmthOf(Of(DaysOfTalk(3), DaysOfTalk(3))));
        Assert.Equal(Warmth.Warm, TieStrength.WarmthOf(Of(default, default, new ConfirmedMeetings(1, Today))));
        Assert.Equal(Warmth.Close, TieStrength.WarmthOf(Of(DaysOfTalk(8), DaysOfTalk(8))));
        Assert.Equal(Warmth.VeryClose, TieStrength.WarmthOf(Of(DaysOfTalk(20), DaysOfTalk(20))));
        Assert.Equal(Warmth.Acquainted, TieStrength.WarmthOf(Of(DaysOfTalk(20), DaysOfTalk(20), today: Today + 1000)));
    }

    [Fact]
    public void A_later_day_than_today_counts_as_today()
    {
        var tomorrow = new OneWayExchange(9, 9, Today + 1);
        var today = new OneWayExchange(9, 9, Today);
        Assert.Equal(Of(today, today), Of(tomorrow, tomorrow));
    }

    [Fact]
    public void Every_strength_comes_back_from_its_value()
    {
        for (var strength = 1; strength <= 255; strength++)
            Assert.Equal(strength, TieStrength.FromValue(TieStrength.ToValue((byte)strength)));
        Assert.Equal(1.0, TieStrength.ToValue(255));
        Assert.Equal(0.5, TieStrength.ToValue(255 - TieStrength.StepsPerHalf));
        Assert.Equal(TieStrength.Weakest, TieStrength.FromValue(1e-9));
    }

    [Fact]
    public void Impossible_figures_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneWayExchange(5, 0, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OneWayExchange(2, 3, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfirmedMeetings(0, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.ToValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(double.NaN));
    }
}
