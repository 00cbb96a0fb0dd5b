using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>What the two say of their tie, over all strengths that talk can give.</summary>
public class PrivateWordTests
{
    const int Today = 20_000;
    static readonly PrivateWord[] Words = Enum.GetValues<PrivateWord>();

    /// <summary>Ties from the weakest to the strongest that meetings make, with what the words make of them.</summary>
    static IEnumerable<(Warmth Figures, byte Bare, Func<PrivateWord, PrivateWord, byte> With)> Ties()
    {
        for (var ago = 0; ago <= 20_000; ago += 7)
        foreach (var days in new[] { 1, 3, 12 })
        {
            var meetings = new ConfirmedMeetings(days, Today - ago);
            var bare = TieStrength.Of([], new(meetings), Today);
            yield return (TieStrength.WarmthOf(bare), bare, (word, other) => TieStrength.Of([], new(meetings, Word: word, OtherWord: other), Today));
        }
    }

    static int Moved(Warmth figures, byte strength) => TieStrength.WarmthOf(strength) - figures;

    [Fact]
    public void One_word_alone_moves_a_tie_by_one_step_at_most() => Assert.All(Ties(), tie => Assert.All(Words, word =>
        Assert.InRange(Moved(tie.Figures, tie.With(word, PrivateWord.Unsaid)), word == PrivateWord.Hardly ? -1 : 0, word is PrivateWord.Well or PrivateWord.AtNight ? 1 : 0)));

    [Fact]
    public void Both_words_move_it_further_and_by_two_steps_at_most()
    {
        Assert.All(Ties(), tie => Assert.All(Words, word => Assert.All(Words, other => Assert.InRange(Moved(tie.Figures, tie.With(word, other)), -2, 2))));
        Assert.Equal(Warmth.Close, TieStrength.WarmthOf(TieStrength.Of([], new(Word: PrivateWord.AtNight, OtherWord: PrivateWord.Well), Today)));
        Assert.Equal(Warmth.Warm, TieStrength.WarmthOf(TieStrength.Of([], new(Word: PrivateWord.AtNight), Today)));
    }

    [Fact]
    public void The_smaller_word_counts() => Assert.All(Ties(), tie =>
    {
        if (tie.Figures < Warmth.Close) Assert.Equal(tie.With(PrivateWord.Well, PrivateWord.Well), tie.With(PrivateWord.Well, PrivateWord.AtNight));
        Assert.True(Moved(tie.Figures, tie.With(PrivateWord.Hardly, PrivateWord.AtNight)) <= 0 || tie.Figures == Warmth.Acquainted);
    });

    [Fact]
    public void A_kind_word_never_cools_and_a_cool_one_never_warms() => Assert.All(Ties(), tie =>
    {
        foreach (var word in new[] { PrivateWord.Well, PrivateWord.AtNight }) Assert.True(tie.With(word, PrivateWord.Unsaid) >= tie.Bare);
        Assert.True(tie.With(PrivateWord.Hardly, PrivateWord.Unsaid) <= tie.Bare);
    });

    [Fact]
    public void A_word_that_moves_no_step_changes_nothing_and_one_that_does_keeps_the_order_within_the_step()
    {
        foreach (var word in Words)
        foreach (var other in Words)
        {
            var moved = Ties().Select(t => (t.Figures, t.Bare, Now: t.With(word, other))).OrderBy(t => t.Bare).ToList();
            Assert.All(moved.Where(t => Moved(t.Figures, t.Now) == 0), t => Assert.Equal(t.Bare, t.Now));
            foreach (var step in moved.GroupBy(t => t.Figures))
                Assert.All(step.Zip(step.Skip(1)), pair => Assert.True(pair.First.Now <= pair.Second.Now));
        }
    }
}
