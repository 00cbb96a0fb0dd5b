namespace Gilde.Web.Posts.Polls;

internal static class PollScopes
{
    /// <summary>
    /// The polls of posts that exist for the viewer, an option a line, what the viewer chose beside it. Votes of blocked people count: what changed with a block
    /// would tell how somebody voted.
    /// </summary>
    public static IQueryable<PollLine> PollLines(this GildeDb db, Viewer viewer, IReadOnlyList<long> posts) =>
        from o in db.PollOptions
        join p in db.Polls on o.PostId equals p.PostId
        join post in db.Posts on o.PostId equals post.Id
        where posts.Contains(o.PostId)
        orderby o.PostId, o.Rank
        select new PollLine
        {
            PostId = o.PostId,
            OptionId = o.Id,
            Text = o.Text,
            Votes = o.Votes,
            ClosesAt = p.ClosesAt,
            IsMultiple = p.IsMultiple,
            Voters = p.Voters,
            IsMine = db.PollVotes.Any(v => v.PostId == o.PostId && v.MemberId == viewer.Id && v.OptionId == o.Id),
            MayVote = viewer.IsMember && post.HiddenAt == null && post.HeldAt == null
                && (post.GroupId == null || (db.GroupMembers.Any(m => m.GroupId == post.GroupId && m.MemberId == viewer.Id) && db.Groups.Any(g => g.Id == post.GroupId && g.ArchivedAt == null))),
        };

    public static Task<List<PollVote>> VotesOf(this GildeDb db, Viewer viewer, long postId, CancellationToken stop) =>
        db.PollVotes.Where(v => v.PostId == postId && v.MemberId == viewer.Id).ToListAsync(stop);

    public static Task CountVotes(this GildeDb db, IReadOnlyList<long> options, int by, CancellationToken stop) =>
        db.PollOptions.Where(o => options.Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.Votes, o => o.Votes + by), stop);

    /// <summary>Who wrote the post of a poll, if that still stands and is out.</summary>
    public static Task<long?> AuthorOfPoll(this GildeDb db, long postId, CancellationToken stop) =>
        db.Posts.Where(p => p.Id == postId && p.RemovedAt == null && p.HeldAt == null && db.Polls.Any(x => x.PostId == postId)).Select(p => (long?)p.AuthorId).SingleOrDefaultAsync(stop);
}

/// <summary>An option with the poll that it belongs to, as read.</summary>
internal sealed record PollLine
{
    public long PostId { get; init; }
    public long OptionId { get; init; }
    public required string Text { get; init; }
    public int Votes { get; init; }
    public Instant ClosesAt { get; init; }
    public bool IsMultiple { get; init; }
    public int Voters { get; init; }
    public bool IsMine { get; init; }
    public bool MayVote { get; init; }
}
