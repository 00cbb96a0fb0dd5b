namespace Gilde.Web.Posts.Polls;

/// <summary>One option; how many chose it is null for whom it is not to know yet.</summary>
public sealed record PollChoice(long Id, string Text, int? Votes, bool IsMine);

/// <summary>A poll as a viewer gets it: the counts once they have voted, and all once it is closed.</summary>
public sealed record PollState(long PostId, Instant ClosesAt, bool IsMultiple, bool IsClosed, bool MayVote, int Voters, IReadOnlyList<PollChoice> Options)
{
    public bool HasVoted => Options.Any(o => o.IsMine);
    public bool ShowsCounts => IsClosed || HasVoted;

    /// <summary>Part of those who voted, in percent.</summary>
    public int Percent(PollChoice option) => Voters == 0 ? 0 : (int)Math.Round(100.0 * (option.Votes ?? 0) / Voters, MidpointRounding.AwayFromZero);

    /// <summary>The polls of posts that were found to exist for the viewer: one query.</summary>
    public static async Task<IReadOnlyDictionary<long, PollState>> Load(GildeDb db, Viewer viewer, IReadOnlyList<long> posts, Instant now, CancellationToken stop = default) =>
        (await db.PollLines(viewer, posts).ToListAsync(stop)).GroupBy(l => l.PostId).ToDictionary(p => p.Key, p => Of([.. p], now));

    public static async Task<PollState?> One(GildeDb db, Viewer viewer, long postId, Instant now, CancellationToken stop = default) =>
        await db.PostsVisibleTo(viewer).AnyAsync(p => p.Id == postId, stop) ? (await Load(db, viewer, [postId], now, stop)).GetValueOrDefault(postId) : null;

    internal static PollState Of(IReadOnlyList<PollLine> lines, Instant now)
    {
        var (poll, isClosed) = (lines[0], lines[0].ClosesAt <= now);
        var shows = isClosed || lines.Any(l => l.IsMine);
        return new(poll.PostId, poll.ClosesAt, poll.IsMultiple, isClosed, poll.MayVote && !isClosed, poll.Voters, [.. lines.Select(l => new PollChoice(l.OptionId, l.Text, shows ? l.Votes : null, l.IsMine))]);
    }
}
