using Gilde.Web.Contacts;
using Gilde.Web.Follows;
using Gilde.Web.Posts;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Feed;

internal static class FeedScopes
{
    /// <summary>More reactions than most members have contacts.</summary>
    private const int ManyReactions = 200;

    /// <summary>
    /// What reached a member within a span of time: each of their sources is asked by its own index, so the cost goes with the number of sources and not with
    /// what others say. Whether they may read each post is asked when it is loaded.
    /// </summary>
    private static readonly CompiledQuery<Func<GildeDb, long, Instant, Instant, int, IAsyncEnumerable<FeedCandidate>>> Sources = new(() => EF.CompileAsyncQuery((GildeDb db, long me, Instant since, Instant until, int most) =>
        (from p in db.Posts
         where p.AuthorId == me && p.PublishedAt >= since && p.PublishedAt < until && p.RemovedAt == null && p.GroupId == null
         select new { p.Id, At = p.PublishedAt, Reason = FeedReason.Own, Source = p.AuthorId })
        .Concat(from c in db.Contacts
                join p in db.Posts on c.OtherId equals p.AuthorId
                where c.OwnerId == me && p.PublishedAt >= since && p.PublishedAt < until && p.RemovedAt == null && p.GroupId == null
                select new { p.Id, At = p.PublishedAt, Reason = FeedReason.Contact, Source = c.OtherId })
        .Concat(from f in db.MemberFollows
                join p in db.Posts on f.FollowedId equals p.AuthorId
                where f.FollowerId == me && p.PublishedAt >= since && p.PublishedAt < until && p.RemovedAt == null && p.Audience <= PostAudience.Members
                select new { p.Id, At = p.PublishedAt, Reason = FeedReason.Followed, Source = f.FollowedId })
        .Concat(from m in db.GroupMembers
                join p in db.Posts on m.GroupId equals p.GroupId
                where m.MemberId == me && m.MutedAt == null && p.PublishedAt >= since && p.PublishedAt < until && p.RemovedAt == null
                select new { p.Id, At = p.PublishedAt, Reason = FeedReason.Group, Source = m.GroupId })
        .Concat(from f in db.GroupFollows
                join p in db.Posts on f.GroupId equals p.GroupId
                where f.MemberId == me && p.PublishedAt >= since && p.PublishedAt < until && p.RemovedAt == null
                select new { p.Id, At = p.PublishedAt, Reason = FeedReason.Group, Source = f.GroupId })
        .Concat(from f in db.TagFollows
                join t in db.PostTags on f.TagId equals t.TagId
                where f.MemberId == me && t.PublishedAt >= since && t.PublishedAt < until
                select new { Id = t.PostId, At = t.PublishedAt, Reason = FeedReason.Tag, Source = f.TagId })
        .Concat(from c in db.Contacts
                join r in db.Reactions on c.OtherId equals r.MemberId
                where c.OwnerId == me && r.At >= since && r.At < until && r.Kind != ReactionKind.Condolence
                select new { Id = r.PostId, r.At, Reason = FeedReason.Recommended, Source = c.OtherId })
        .OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(most)
        .Select(x => new FeedCandidate(x.Id, x.At, x.Reason, x.Source))));

    /// <summary>
    /// Of posts with few reactions: each of them is read and asked whether it comes from a contact. Counted and not asked for existence, which PostgreSQL would
    /// turn round: from the contacts to all that each of them ever reacted to.
    /// </summary>
    private static readonly CompiledQuery<Func<GildeDb, long, long[], IAsyncEnumerable<Recommendation>>> OfFew = new(() => EF.CompileAsyncQuery((GildeDb db, long me, long[] posts) =>
        from r in db.Reactions
        join m in db.Members on r.MemberId equals m.Id
        where posts.Contains(r.PostId) && r.Kind != ReactionKind.Condolence && db.Contacts.Count(c => c.OwnerId == me && c.OtherId == r.MemberId) == 1
            && m.ActiveSince != null && m.SuspendedAt == null
        select new Recommendation(r.PostId, r.At, new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId))));

    /// <summary>Of posts with many: each contact is asked whether they reacted.</summary>
    private static readonly CompiledQuery<Func<GildeDb, long, long[], IAsyncEnumerable<Recommendation>>> OfMany = new(() => EF.CompileAsyncQuery((GildeDb db, long me, long[] posts) =>
        from c in db.Contacts
        join m in db.Members on c.OtherId equals m.Id
        join r in db.Reactions on m.Id equals r.MemberId
        where c.OwnerId == me && posts.Contains(r.PostId) && r.Kind != ReactionKind.Condolence
            && m.ActiveSince != null && m.SuspendedAt == null
        select new Recommendation(r.PostId, r.At, new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId))));

    /// <summary>The newest of what reached the viewer from a moment until before another.</summary>
    public static ValueTask<List<FeedCandidate>> FeedCandidates(this GildeDb db, Viewer viewer, Instant since, Instant until, int most, CancellationToken stop) =>
        Sources.For(db)(db, viewer.Id, since, until, most).ToListAsync(stop);

    /// <summary>Who of the viewer's contacts recommends the posts, and since when.</summary>
    public static async Task<ILookup<long, Recommendation>> RecommendationsOf(this GildeDb db, Viewer viewer, IReadOnlyCollection<PostView> posts, Silence silence, CancellationToken stop)
    {
        var found = new List<Recommendation>();
        foreach (var group in posts.GroupBy(p => p.Reactions > ManyReactions))
            found.AddRange(await (group.Key ? OfMany : OfFew).For(db)(db, viewer.Id, [.. group.Select(p => p.Id)]).ToListAsync(stop));
        return found.Where(r => !silence.Covers(r.By.Id)).ToLookup(r => r.PostId);
    }

    /// <summary>Which of some members have which of some posts among their sources; for telling open pages.</summary>
    public static IQueryable<FeedReader> ReadersOf(this GildeDb db, IReadOnlyCollection<long> posts, IReadOnlyCollection<long> members) =>
        (from p in db.Posts
         join c in db.Contacts on p.AuthorId equals c.OtherId
         where posts.Contains(p.Id) && p.GroupId == null && members.Contains(c.OwnerId)
         select new FeedReader { PostId = p.Id, MemberId = c.OwnerId })
        .Union(from p in db.Posts
               join f in db.MemberFollows on p.AuthorId equals f.FollowedId
               where posts.Contains(p.Id) && p.Audience <= PostAudience.Members && members.Contains(f.FollowerId)
               select new FeedReader { PostId = p.Id, MemberId = f.FollowerId })
        .Union(from p in db.Posts
               join m in db.GroupMembers on p.GroupId equals m.GroupId
               where posts.Contains(p.Id) && m.MutedAt == null && members.Contains(m.MemberId)
               select new FeedReader { PostId = p.Id, MemberId = m.MemberId })
        .Union(from p in db.Posts
               join f in db.GroupFollows on p.GroupId equals f.GroupId
               where posts.Contains(p.Id) && members.Contains(f.MemberId)
               select new FeedReader { PostId = p.Id, MemberId = f.MemberId })
        .Union(from t in db.PostTags
               join f in db.TagFollows on t.TagId equals f.TagId
               where posts.Contains(t.PostId) && members.Contains(f.MemberId)
               select new FeedReader { PostId = t.PostId, MemberId = f.MemberId });

    /// <summary>Which of some members are in contact with which of some others; for telling open pages.</summary>
    public static IQueryable<Contact> ContactsAmong(this GildeDb db, IReadOnlyCollection<long> others, IReadOnlyCollection<long> members) =>
        db.Contacts.AsNoTracking().Where(c => others.Contains(c.OtherId) && members.Contains(c.OwnerId));

    /// <summary>The viewer reads their feed in this order from now on.</summary>
    public static Task<int> ReadFeedIn(this GildeDb db, Viewer viewer, FeedOrder order, CancellationToken stop) =>
        db.Atomically(() => db.Members.Where(m => m.Id == viewer.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.FeedOrder, order), stop), stop);

    /// <summary>When the first of all posts was published: before it nothing can be found.</summary>
    public static Task<Instant?> FirstPost(this GildeDb db, CancellationToken stop) => db.Posts.OrderBy(p => p.PublishedAt).Select(p => (Instant?)p.PublishedAt).FirstOrDefaultAsync(stop);

    public static Task<List<Tag>> TagsWithIds(this GildeDb db, List<long> ids, CancellationToken stop) => db.Tags.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(stop);
}

/// <summary>That a post is one of a member's feed.</summary>
internal sealed record FeedReader
{
    // Not by a constructor: what that makes, a database cannot unite.
    public long PostId { get; init; }
    public long MemberId { get; init; }
}
