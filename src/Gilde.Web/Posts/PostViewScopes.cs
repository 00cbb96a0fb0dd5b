using Gilde.Web.Follows;
using Gilde.Web.Groups;

namespace Gilde.Web.Posts;

internal static class PostViewScopes
{
    /// <summary>
    /// The same rule as <see cref="PostScopes.PostsVisibleTo"/>, in the compiled form of what is read most, but for blocks, which <see cref="PostRows"/> takes out;
    /// a test holds the two against each other.
    /// </summary>
    private static readonly CompiledQuery<Func<GildeDb, long, long[], byte, IAsyncEnumerable<PostView>>> Rows = new(() => EF.CompileAsyncQuery((GildeDb db, long me, long[] ids, byte close) =>
        from p in db.Posts
        join a in db.Members on p.AuthorId equals a.Id
        from g in db.Groups.Where(g => g.Id == p.GroupId).DefaultIfEmpty()
        from c in db.Contacts.Where(c => c.OwnerId == me && c.OtherId == p.AuthorId).DefaultIfEmpty()
        from r in db.Reactions.Where(r => r.PostId == p.Id && r.MemberId == me).DefaultIfEmpty()
        where ids.Contains(p.Id) && p.RemovedAt == null && a.ActiveSince != null && a.SuspendedAt == null && (me != 0 || a.ClosedAt == null)
            && ((me != 0 && p.AuthorId == me) || (p.HiddenAt == null && p.HeldAt == null && (
                p.Audience == PostAudience.Everyone || (me != 0 && p.Audience == PostAudience.Members)
                || (p.Audience == PostAudience.Group && g != null && ((g.Kind == GroupKind.Open && (me != 0 || g.PublicSince != null)) || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == me)))
                || (p.Audience == PostAudience.Contacts && c != null)
                || (p.Audience == PostAudience.StrongContacts && c != null
                    && db.Ties.Any(t => t.LowId == (me < p.AuthorId ? me : p.AuthorId) && t.HighId == (me < p.AuthorId ? p.AuthorId : me) && t.Strength >= close)))))
        select new PostView
        {
            Id = p.Id,
            AuthorId = a.Id,
            Author = a.Name,
            Handle = a.Handle,
            Headline = a.Headline,
            AuthorPictureId = a.PictureId,
            Kind = p.Kind,
            Title = p.Title,
            Text = p.Text,
            ContentNote = p.ContentNote,
            Audience = p.Audience,
            Replies = p.Replies,
            GroupId = p.GroupId,
            Group = g.Name,
            GroupSlug = g.Slug,
            SharedId = p.SharedId,
            CoverId = p.CoverId,
            CoverText = db.Pictures.Where(x => x.Id == p.CoverId).Select(x => x.Alternative).FirstOrDefault() ?? "",
            PublishedAt = p.PublishedAt,
            EditedAt = p.EditedAt,
            Version = p.Version,
            IsPinned = p.PinnedAt != null,
            IsLocked = p.LockedAt != null,
            IsHeld = p.HeldAt != null,
            IsHidden = p.HiddenAt != null,
            HasPictures = db.PostPictures.Any(x => x.PostId == p.Id),
            HasPoll = db.Polls.Any(x => x.PostId == p.Id),
            Comments = p.Comments,
            Likes = p.Likes,
            Helpful = p.Helpful,
            Congratulations = p.Congratulations,
            Condolences = p.Condolences,
            Shares = p.Shares,
            Mine = r == null ? null : r.Kind,
            IsKept = db.Bookmarks.Any(k => k.MemberId == me && k.PostId == p.Id),
            IsContact = c != null,
            IsFromMySources = (c != null && p.GroupId == null) || (p.Audience <= PostAudience.Members && db.MemberFollows.Any(f => f.FollowerId == me && f.FollowedId == p.AuthorId))
                || (p.GroupId != null && (db.GroupMembers.Any(m => m.GroupId == p.GroupId && m.MemberId == me && m.MutedAt == null) || db.GroupFollows.Any(f => f.GroupId == p.GroupId && f.MemberId == me)))
                || db.TagFollows.Any(f => f.MemberId == me && db.PostTags.Any(t => t.PostId == p.Id && t.TagId == f.TagId)),
        }));

    /// <summary>Those of the posts that exist for the viewer, without additions.</summary>
    public static async Task<List<PostView>> PostRows(this GildeDb db, Viewer viewer, IEnumerable<long> ids, Silence silence, CancellationToken stop)
    {
        var rows = await Rows.For(db)(db, viewer.Id, [.. ids], PostScopes.CloseTie).ToListAsync(stop);
        return silence == Silence.None ? rows : [.. rows.Where(p => !silence.Blocked.Contains(p.AuthorId)).Select(p => p with { IsMuted = silence.Muted.Contains(p.AuthorId) })];
    }

    public static IQueryable<PictureView> PicturesOf(this GildeDb db, List<long> posts) =>
        from x in db.PostPictures
        join p in db.Pictures on x.PictureId equals p.Id
        where posts.Contains(x.PostId)
        orderby x.PostId, x.Rank
        select new PictureView(x.PostId, p.Id, p.Alternative, p.Width, p.Height);

    /// <summary>What the counts of posts hold from people whom the viewer does not get to see: by a block between them, or muted.</summary>
    public static async Task<List<UnheardPart>> Unheard(this GildeDb db, Silence silence, List<long> posts, CancellationToken stop)
    {
        // Of what is counted, as CountScopes counts it: who is suspended has been taken out already.
        var (ids, there) = (silence.Ids, db.Members.Where(m => m.ActiveSince != null && m.SuspendedAt == null));
        var silent = there.Where(m => ids.Contains(m.Id)).Select(m => m.Id);
        var reactions = await db.Reactions.Where(r => posts.Contains(r.PostId) && silent.Contains(r.MemberId)).GroupBy(r => new { r.PostId, r.Kind })
            .Select(g => new { g.Key.PostId, g.Key.Kind, Count = g.Count() }).ToListAsync(stop);
        var comments = await db.Comments.Where(c => posts.Contains(c.PostId) && c.RemovedAt == null && c.HiddenAt == null && there.Any(m => m.Id == c.AuthorId)
                && (c.ParentId == null || db.Comments.Any(p => p.Id == c.ParentId && p.HiddenAt == null && there.Any(m => m.Id == p.AuthorId)))
                && (silent.Contains(c.AuthorId) || db.Comments.Any(p => p.Id == c.ParentId && silent.Contains(p.AuthorId)))).GroupBy(c => c.PostId)
            .Select(g => new { PostId = g.Key, Count = g.Count() }).ToListAsync(stop);
        var shares = await db.Posts.Where(p => p.SharedId != null && posts.Contains(p.SharedId.Value) && p.RemovedAt == null && p.HiddenAt == null && silent.Contains(p.AuthorId)).GroupBy(p => p.SharedId!.Value)
            .Select(g => new { PostId = g.Key, Count = g.Count() }).ToListAsync(stop);
        return [.. posts.Select(id => new UnheardPart(id, reactions.Where(r => r.PostId == id).ToDictionary(r => r.Kind, r => r.Count),
            comments.Find(c => c.PostId == id)?.Count ?? 0, shares.Find(c => c.PostId == id)?.Count ?? 0))];
    }
}

/// <summary>What is to be taken from the counts of a post.</summary>
internal sealed record UnheardPart(long PostId, IReadOnlyDictionary<ReactionKind, int> Reactions, int Comments, int Shares)
{
    public PostView From(PostView post) => post with
    {
        Likes = post.Likes - Reactions.GetValueOrDefault(ReactionKind.Like),
        Helpful = post.Helpful - Reactions.GetValueOrDefault(ReactionKind.Helpful),
        Congratulations = post.Congratulations - Reactions.GetValueOrDefault(ReactionKind.Congratulations),
        Condolences = post.Condolences - Reactions.GetValueOrDefault(ReactionKind.Condolence),
        Comments = post.Comments - Comments,
        Shares = post.Shares - Shares,
    };
}
