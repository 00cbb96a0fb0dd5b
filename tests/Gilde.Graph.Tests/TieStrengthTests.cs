using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gilde.Graph.Tests;

public class TieStrengthTests
{
    const int Today = 20_000;

    static readonly Gen<TieSigns> Signs =
        from meetings in Gen.Frequency((2, Gen.Constant(ConfirmedMeetings.None)), (1, from days in Gen.Choose(1, 20) from ago in Gen.Choose(0, 2000) select new ConfirmedMeetings(days, Today - ago)))
        from kept in Gen.Frequency((2, Gen.Constant(KeptIntroductions.None)), (1, from count in Gen.Choose(1, 5) from ago in Gen.Choose(0, 2000) select new KeptIntroductions(count, Today - ago)))
        from word in Gen.Elements(Enum.GetValues<PrivateWord>())
        from other in Gen.Elements(Enum.GetValues<PrivateWord>())
        select new TieSigns(meetings, kept, word, other);

    static void ForAllTies(Action<TalkDay[], TieSigns> property) => Prop.ForAll(Arb.From(TalkRuleTests.Talks), Arb.From(Signs), property)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    static byte Of(TalkDay[] talk, TieSigns signs = default, int today = Today) => TieStrength.Of(talk, signs, today);

    static TalkDay[] DaysOfTalk(int days) => [.. Enumerable.Range(Today - days + 1, days).Select(day => new TalkDay(day, 1, 1))];

    static Warmth Step(TalkDay[] talk, TieSigns signs = default, int today = Today) => TieStrength.WarmthOf(Of(talk, signs, today));

    [Fact]
    public void Both_see_the_same_strength() => ForAllTies((talk, signs) =>
        Assert.Equal(Of(talk, signs), Of([.. talk.Select(d => new TalkDay(d.Day, d.Back, d.Forth))], signs with { Word = signs.OtherWord, OtherWord = signs.Word })));

    [Fact]
    public void Without_private_words_time_never_warms_a_tie() => ForAllTies((talk, signs) =>
    {
        var wordless = signs with { Word = PrivateWord.Unsaid, OtherWord = PrivateWord.Unsaid };
        Assert.True(Of(talk, wordless, Today + 90) <= Of(talk, wordless));
    });

    [Fact]
    public void What_one_side_does_alone_adds_nothing() => ForAllTies((talk, signs) =>
        Assert.Equal(Of([], signs), Of([.. talk.Select(d => new TalkDay(d.Day, 0, d.Forth + d.Back))], signs)));

    [Fact]
    public void A_meeting_or_a_kept_introduction_more_never_cools_a_tie() => ForAllTies((talk, signs) =>
    {
        var wordless = signs with { Word = PrivateWord.Unsaid, OtherWord = PrivateWord.Unsaid };
        Assert.True(Of(talk, wordless with { Meetings = new(signs.Meetings.Days + 1, Today) }) >= Of(talk, wordless));
        Assert.True(Of(talk, wordless with { Introductions = new(signs.Introductions.Count + 1, Today) }) >= Of(talk, wordless));
    });

    [Fact]
    public void Meetings_and_introductions_warm_and_fade_by_half_in_their_time()
    {
        Assert.Equal(Warmth.Warm, Step([], new(Meetings: new(1, Today))));
        Assert.Equal(Warmth.Warm, Step([], new(Introductions: new(1, Today))));
        var later = Today + (int)TieStrength.SignsHalvedAfterDays;
        Assert.Equal(Of([], new(Meetings: new(1, Today))), Of([], new(Meetings: new(2, Today)), later));
        Assert.Equal(Of([], new(Introductions: new(1, Today))), Of([], new(Introductions: new(2, Today)), later));
        Assert.Equal(Warmth.Acquainted, Step([], new(Meetings: new(1, Today)), Today + 1000));
    }

    [Fact]
    public void The_steps_follow_a_tie_as_it_grows_and_fades()
    {
        Assert.Equal(TieStrength.FromValue(TieStrength.BareContact), Of([]));
        Assert.Equal(Warmth.Acquainted, Step([]));
        Assert.Equal(Warmth.Warm, Step(DaysOfTalk(1)));
        Assert.Equal(Warmth.Close, Step(DaysOfTalk(3)));
        Assert.Equal(Warmth.VeryClose, Step(DaysOfTalk(8)));
        Assert.Equal(Warmth.Acquainted, Step(DaysOfTalk(20), today: Today + 1000));
    }

    [Fact]
    public void A_later_day_than_today_counts_as_today() => Assert.Equal(Of([new(Today, 1, 1)]), Of([new(Today + 1, 1, 1)]));

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
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfirmedMeetings(0, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeptIntroductions(0, Today));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.ToValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieStrength.FromValue(double.NaN));
    }
}
