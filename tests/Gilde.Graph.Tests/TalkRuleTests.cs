using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gilde.Graph.Tests;

public class TalkRuleTests
{
    const int Today = 20_000;

    /// <summary>Up to thirty days of talk, oldest first.</summary>
    internal static readonly Gen<TalkDay[]> Talks =
        from gaps in Gen.Choose(1, 60).ArrayOf(30)
        from length in Gen.Choose(0, 30)
        from counts in Gen.Elements((1L, 0L), (0L, 1L), (1L, 1L), (4L, 0L), (0L, 9L), (3L, 7L), (40L, 2L)).ArrayOf(30)
        select Days(gaps.Take(length).ToArray(), counts);

    static TalkDay[] Days(int[] gaps, (long Forth, long Back)[] counts)
    {
        var day = Today - gaps.Sum();
        return [.. gaps.Select((gap, i) => new TalkDay(day += gap, counts[i].Forth, counts[i].Back))];
    }

    static void ForAllTalks(Action<TalkDay[]> property) => Prop.ForAll(Arb.From(Talks), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    static double Weigh(params TalkDay[] talk) => TalkRule.InUse.Weigh(talk, Today);

    [Fact]
    public void Both_see_the_same() => ForAllTalks(talk => Assert.Equal(Weigh(talk), Weigh([.. talk.Select(d => new TalkDay(d.Day, d.Back, d.Forth))])));

    [Fact]
    public void What_one_side_writes_alone_weighs_nothing() => ForAllTalks(talk =>
        Assert.Equal(0, Weigh([.. talk.Select(d => new TalkDay(d.Day, d.Forth + d.Back, 0))])));

    [Fact]
    public void Of_unanswered_days_in_a_row_only_the_first_and_the_last_count()
    {
        TalkDay answered = new(Today - 60, 1, 1), first = new(Today - 50, 1, 0), last = new(Today - 20, 1, 0), answer = new(Today - 10, 0, 1);
        var flood = Enumerable.Range(Today - 49, 29).Select(day => new TalkDay(day, 100, 0));
        Assert.Equal(Weigh(answered, first, last, answer), Weigh([answered, first, .. flood, last, answer]));
    }

    [Fact]
    public void However_much_one_side_writes_the_other_side_bounds_the_weight() => ForAllTalks(talk =>
    {
        var fewer = Math.Min(talk.Count(d => d.Forth > 0), talk.Count(d => d.Back > 0));
        // A day of the quieter side counts with its turns, and so does one day of the other before it and one after.
        Assert.True(TalkRule.InUse.Weigh(talk, int.MinValue) <= fewer * (3 + TalkRule.InUse.TurnIsWorth * TalkRule.InUse.TurnsADay) + 1e-9);
    });

    [Fact]
    public void Turns_within_a_day_count_up_to_the_cap_by_the_smaller_side()
    {
        Assert.Equal(1 + (3 * TalkRule.InUse.TurnIsWorth), Weigh(new TalkDay(Today, 3, 70)));
        Assert.Equal(Weigh(new TalkDay(Today, TalkRule.InUse.TurnsADay, TalkRule.InUse.TurnsADay)), Weigh(new TalkDay(Today, 100_000, 100_000)));
    }

    [Fact]
    public void The_same_messages_on_more_days_weigh_more()
    {
        var days = Enumerable.Range(Today - 9, 10).Select(day => new TalkDay(day, 1, 1)).ToArray();
        Assert.True(Weigh(days) > Weigh(new TalkDay(Today, 10, 10)));
    }

    [Fact]
    public void Each_day_fades_by_itself()
    {
        var old = new TalkDay(Today - 100, 1, 1);
        var recent = new TalkDay(Today, 1, 1);
        Assert.Equal(Weigh(old) + Weigh(recent), Weigh(old, recent), 12);
        var half = (int)TalkRule.InUse.HalvedAfterDays;
        Assert.Equal(Weigh(recent) / 2, Weigh(new TalkDay(Today - half, 1, 1)), 12);
        Assert.Equal(Weigh(recent) / 3, Weigh(new TalkDay(Today - (2 * half), 1, 1)), 12);
    }

    [Fact]
    public void One_more_message_never_weighs_less_and_time_never_more() => ForAllTalks(talk =>
    {
        var before = Weigh(talk);
        TalkDay[] known = [.. talk.Where(d => d.Day < Today)], forth = [.. known, new(Today, 1, 0)], both = [.. known, new(Today, 1, 1)];
        Assert.True(Weigh(known) <= Weigh(forth) && Weigh(forth) <= Weigh(both));
        Assert.True(TalkRule.InUse.Weigh(talk, Today + 30) <= before);
    });

    [Fact]
    public void Impossible_days_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TalkDay(Today, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TalkDay(Today, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TalkDay(Today, 2, -1));
    }
}
