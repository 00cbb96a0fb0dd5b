using Gilde.Web.Groups;

namespace Gilde.Web.Posts;

/// <summary>That a member may read a post.</summary>
internal sealed class Reading
{
    public long PostId { get; init; }
    public long ReaderId { get; init; }
}

/// <summary>That a member gets to see a comment on a post that they may read.</summary>
internal sealed class CommentReading
{
    public long CommentId { get; init; }
    public long ReaderId { get; init; }
}

/// <summary>That a member exists for another, who has not muted them.</summary>
internal sealed class Hearing
{
    public long TalkerId { get; init; }
    public long ListenerId { get; init; }
}

/// <summary>
/// The rules of <see cref="PostScopes"/> for many readers at once: who may read what, as a relation to ask for pairs of. To be narrowed to one reader and one
/// post; by itself it is the whole network.
/// </summary>
internal static class ReadingScopes
{
    /// <summary>Like <see cref="PostScopes.PostsVisibleTo"/> for members.</summary>
    public static IQueryable<Reading> Readings(this GildeDb db)
    {
        var close = PostScopes.CloseTie;
        return from p in db.Posts
               from r in db.Members
               where p.RemovedAt == null
                   && db.Members.Any(m => m.Id == p.AuthorId && m.ActiveSince != null && m.SuspendedAt == null)
                   && !db.Blocks.Any(b => (b.MemberId == r.Id && b.BlockedId == p.AuthorId) || (b.MemberId == p.AuthorId && b.BlockedId == r.Id))
                   && (p.AuthorId == r.Id || (p.HiddenAt == null && p.HeldAt == null && (
                       p.Audience == PostAudience.Everyone || p.Audience == PostAudience.Members
                       || (p.Audience == PostAudience.Group && db.Groups.Any(g => g.Id == p.GroupId && (g.Kind == GroupKind.Open || db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == r.Id))))
                       || (p.Audience == PostAudience.Contacts && db.Contacts.Any(c => c.OwnerId == r.Id && c.OtherId == p.AuthorId))
                       || (p.Audience == PostAudience.StrongContacts && db.Contacts.Any(c => c.OwnerId == r.Id && c.OtherId == p.AuthorId)
                           && db.Ties.Any(t => t.LowId == (r.Id < p.AuthorId ? r.Id : p.AuthorId) && t.HighId == (r.Id < p.AuthorId ? p.AuthorId : r.Id) && t.Strength >= close)))))
               select new Reading { PostId = p.Id, ReaderId = r.Id };
    }

    /// <summary>Like <see cref="PostScopes.CommentsVisibleTo"/>, but for removed ones; whether the post may be read is to be asked besides.</summary>
    public static IQueryable<CommentReading> CommentReadings(this GildeDb db)
    {
        var heard = db.Hearings();
        return from c in db.Comments
               from r in db.Members
               where c.RemovedAt == null && (c.HiddenAt == null || c.AuthorId == r.Id) && heard.Any(h => h.TalkerId == c.AuthorId && h.ListenerId == r.Id)
                   && (c.ParentId == null || db.Comments.Any(p => p.Id == c.ParentId && (p.HiddenAt == null || p.AuthorId == r.Id) && heard.Any(h => h.TalkerId == p.AuthorId && h.ListenerId == r.Id)))
               select new CommentReading { CommentId = c.Id, ReaderId = r.Id };
    }

    /// <summary>Like <see cref="PostScopes.TalkersFor"/> for members.</summary>
    public static IQueryable<Hearing> Hearings(this GildeDb db) =>
        from m in db.Members
        from r in db.Members
        where m.ActiveSince != null && m.SuspendedAt == null
            && !db.Blocks.Any(b => (b.MemberId == r.Id && b.BlockedId == m.Id) || (b.MemberId == m.Id && b.BlockedId == r.Id))
            && !db.Mutes.Any(x => x.MemberId == r.Id && x.MutedId == m.Id)
        select new Hearing { TalkerId = m.Id, ListenerId = r.Id };
}
