using System.Runtime.InteropServices;
using Gilde.Graph;
using Gilde.Web.Introductions.Asking;

namespace Gilde.Web.Introductions;

/// <summary>Adds up what is known of one pair and writes it into their tie.</summary>
internal sealed class TieFigures(long low, long high)
{
    private readonly List<TalkDay> talk = [];
    private Instant? lastForth, lastBack, metAt;
    private int introductions, lastIntroduction;
    private PrivateWord lowWord, highWord;

    public (long Low, long High) Pair => (low, high);

    /// <summary>The days on which they wrote, oldest first.</summary>
    public ReadOnlySpan<TalkDay> Talk => CollectionsMarshal.AsSpan(talk);

    /// <summary>Lines come by day.</summary>
    public void Add(ExchangeLine line)
    {
        var (forth, back) = line.FromLow ? ((long)line.Count, 0L) : (0L, line.Count);
        // What was written here and what was imported stand on the same day as two lines.
        if (talk is [.., var last] && last.Day == line.Day) talk[^1] = new TalkDay(line.Day, last.Forth + forth, last.Back + back);
        else talk.Add(new TalkDay(line.Day, forth, back));
        if (line.FromLow) lastForth = Later(lastForth, line.LastAt);
        else lastBack = Later(lastBack, line.LastAt);
    }

    public void Add(ContactSign sign)
    {
        if (sign.MetAt is { } met) metAt = Later(metAt, met);
        if (sign.OwnerId == low) lowWord = sign.Word;
        else highWord = sign.Word;
    }

    public void Add(KeptIntroduction kept) => (introductions, lastIntroduction) = (introductions + 1, Math.Max(lastIntroduction, Tie.DayOf(kept.KeptAt)));

    public void WriteInto(Tie tie, int today)
    {
        (tie.LowToHigh, tie.HighToLow) = ((int)talk.Sum(d => d.Forth), (int)talk.Sum(d => d.Back));
        (tie.LowDays, tie.HighDays, tie.TurnDays) = (talk.Count(d => d.Forth > 0), talk.Count(d => d.Back > 0), talk.Count(d => d.IsMutual));
        (tie.LastLowToHigh, tie.LastHighToLow, tie.MetAt) = (lastForth, lastBack, metAt);
        var meetings = metAt is { } met ? new ConfirmedMeetings(1, Tie.DayOf(met)) : ConfirmedMeetings.None;
        var kept = introductions > 0 ? new KeptIntroductions(introductions, lastIntroduction) : KeptIntroductions.None;
        tie.Strength = TieStrength.Of(Talk, new TieSigns(meetings, kept, lowWord, highWord), today);
    }

    private static Instant Later(Instant? known, Instant next) => known is { } before ? Instant.Max(before, next) : next;
}
