using Gilde.Graph;

namespace Gilde.Ties.Bench.Evaluation;

/// <summary>Two people who had both written to the other before a split, and whether both did again after it.</summary>
public sealed class WrittenPair
{
    private readonly List<TalkDay> talk = [];
    private readonly SortedSet<int> turnDays = [];
    private long forth, back;
    private int? lastFrom;

    public long Messages { get; private set; }
    public double LastAt { get; private set; }
    public bool WritesAgain { get; private set; }
    public TalkDay[] Talk { get; private set; } = [];
    /// <summary>Days of a message whose last one before was the other's.</summary>
    public IReadOnlyCollection<int> TurnDays => turnDays;

    /// <summary>The pairs at a split.</summary>
    /// <param name="messages">Oldest first; those before <paramref name="split"/> are known, those up to <paramref name="end"/> are to come.</param>
    public static IReadOnlyList<WrittenPair> At(ReadOnlySpan<SentMessage> messages, int split, int end)
    {
        var pairs = new Dictionary<(int, int), WrittenPair>();
        foreach (var message in messages[..split])
        {
            if (!pairs.TryGetValue(message.Pair, out var pair)) pairs[message.Pair] = pair = new WrittenPair();
            pair.Add(message);
        }
        var again = new Dictionary<(int, int), int>();
        foreach (var message in messages[split..end]) again[message.Pair] = again.GetValueOrDefault(message.Pair) | (message.From < message.To ? 1 : 2);
        foreach (var (key, pair) in pairs) pair.Finish(again.GetValueOrDefault(key) == 3);
        return [.. pairs.Values.Where(p => p.Talk.Any(d => d.Forth > 0) && p.Talk.Any(d => d.Back > 0))];
    }

    private void Add(SentMessage message)
    {
        if (Messages > 0 && (int)Math.Floor(LastAt) != message.Day) EndDay();
        if (lastFrom is { } before && before != message.From) turnDays.Add(message.Day);
        if (message.From < message.To) forth++;
        else back++;
        (lastFrom, LastAt, Messages) = (message.From, message.At, Messages + 1);
    }

    private void EndDay()
    {
        talk.Add(new TalkDay((int)Math.Floor(LastAt), forth, back));
        (forth, back) = (0, 0);
    }

    private void Finish(bool writesAgain)
    {
        EndDay();
        (Talk, WritesAgain) = ([.. talk], writesAgain);
    }
}
