using Gilde.Web.Events;

namespace Gilde.Web.Posts.Polls;

/// <summary>What comes of voting.</summary>
public enum Voting
{
    Counted,
    NotFound,
    /// <summary>Nothing chosen, or more than one where one is asked for.</summary>
    Invalid,
    /// <summary>It is over, or not for this viewer.</summary>
    Closed,
}

/// <summary>Votes in a poll, or votes otherwise while it is open. Counts are exact however many do so at once.</summary>
public sealed class Vote(GildeDb db, IClock clock)
{
    public Task<Voting> Execute(Viewer viewer, long postId, IReadOnlyCollection<long> options, CancellationToken stop = default) => db.Atomically(async () =>
    {
        await db.LockForCounts(postId, stop);
        if (await PollState.One(db, viewer, postId, clock.GetCurrentInstant(), stop) is not { } poll) return Voting.NotFound;
        if (!poll.MayVote) return Voting.Closed;
        var chosen = poll.Options.Where(o => options.Contains(o.Id)).Select(o => o.Id).ToList();
        if (chosen.Count == 0 || chosen.Count < options.Distinct().Count() || (chosen.Count > 1 && !poll.IsMultiple)) return Voting.Invalid;
        await Count(viewer, postId, chosen, stop);
        return Voting.Counted;
    }, stop);

    private async Task Count(Viewer viewer, long postId, List<long> chosen, CancellationToken stop)
    {
        var before = await db.VotesOf(viewer, postId, stop);
        var (gone, come) = (before.Where(v => !chosen.Contains(v.OptionId)).ToList(), chosen.Except(before.Select(v => v.OptionId)).ToList());
        if (gone.Count + come.Count == 0) return;
        db.RemoveRange(gone);
        db.AddRange(come.Select(option => new PollVote { PostId = postId, MemberId = viewer.Id, OptionId = option, At = clock.GetCurrentInstant() }));
        await db.CountVotes([.. gone.Select(v => v.OptionId)], -1, stop);
        await db.CountVotes(come, +1, stop);
        if (before.Count == 0) await db.Polls.Where(p => p.PostId == postId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Voters, p => p.Voters + 1), stop);
        db.Record(clock, EventKinds.PollVoted, null, subject: postId);
        await db.SaveChangesAsync(stop);
    }
}
