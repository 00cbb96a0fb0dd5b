using Gilde.Graph;
using Gilde.Web.Groups;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Profiles;

namespace Gilde.Web.Posts;

public static class PostScopes
{
    /// <summary>The strength from which a tie is close: whom <see cref="PostAudience.StrongContacts"/> reaches.</summary>
    public static readonly byte CloseTie = (byte)Enumerable.Range(1, byte.MaxValue).First(strength => TieStrength.WarmthOf((byte)strength) >= Warmth.Close);

    /// <summary>
    /// Posts that exist for the viewer: of authors who do, for an audience they belong to, neither removed nor hidden nor waiting for a moderator.
    /// Their own they see also while hidden or waiting.
    /// </summary>
    public static IQueryable<Post> PostsVisibleTo(this GildeDb db, Viewer viewer) => db.Posts.AreVisible(db, viewer);

    /// <summary>Of <paramref name="posts"/> those that exist for the viewer.</summary>
    internal static IQueryable<Post> AreVisible(this IQueryable<Post> posts, GildeDb db, Viewer viewer)
    {
        var (me, close) = (viewer.Id, CloseTie);
        var authors = db.ProfilesVisibleTo(viewer);
        var there = posts.Where(p => p.RemovedAt == null && authors.Any(m => m.Id == p.AuthorId));
        var groups = db.GroupsReadableBy(viewer);
        if (!viewer.IsMember)
            return there.Where(p => p.HiddenAt == null && p.HeldAt == null && (p.Audience == PostAudience.Everyone || (p.Audience == PostAudience.Group && groups.Any(g => g.Id == p.GroupId))));
        return there.Where(p => p.AuthorId == me || (p.HiddenAt == null && p.HeldAt == null && (
            p.Audience == PostAudience.Everyone || p.Audience == PostAudience.Members
            || (p.Audience == PostAudience.Group && groups.Any(g => g.Id == p.GroupId))
            || (p.Audience == PostAudience.Contacts && db.Contacts.Any(c => c.OwnerId == me && c.OtherId == p.AuthorId))
            || (p.Audience == PostAudience.StrongContacts && db.Contacts.Any(c => c.OwnerId == me && c.OtherId == p.AuthorId)
                && db.Ties.Any(t => t.LowId == (me < p.AuthorId ? me : p.AuthorId) && t.HighId == (me < p.AuthorId ? p.AuthorId : me) && t.Strength >= close)))));
    }

    /// <summary>The posts with this picture that exist for the viewer.</summary>
    public static IQueryable<Post> PostsWith(this GildeDb db, Viewer viewer, long pictureId) =>
        db.PostsVisibleTo(viewer).Where(p => p.CoverId == pictureId || db.PostPictures.Any(x => x.PostId == p.Id && x.PictureId == pictureId));

    /// <summary>Comments that exist for the viewer, on posts that do: removed ones too, whose words are gone.</summary>
    public static IQueryable<Comment> CommentsVisibleTo(this GildeDb db, Viewer viewer, long postId)
    {
        var (me, authors) = (viewer.Id, db.TalkersFor(viewer));
        return db.Comments.Where(c => c.PostId == postId && (c.HiddenAt == null || c.AuthorId == me) && authors.Any(m => m.Id == c.AuthorId)
            && (c.ParentId == null || db.Comments.Any(p => p.Id == c.ParentId && (p.HiddenAt == null || p.AuthorId == me) && authors.Any(m => m.Id == p.AuthorId))));
    }

    /// <summary>Members whose words and reactions the viewer gets to see where many talk: who exists for them, but for those they have muted.</summary>
    public static IQueryable<Member> TalkersFor(this GildeDb db, Viewer viewer) => viewer.IsMember
        ? db.MembersVisibleTo(viewer).Where(m => !db.Mutes.Any(x => x.MemberId == viewer.Id && x.MutedId == m.Id))
        : db.ProfilesVisibleTo(viewer);

    /// <summary>The viewer's own drafts.</summary>
    public static IQueryable<PostDraft> DraftsOf(this GildeDb db, Viewer viewer) => db.PostDrafts.Where(d => d.AuthorId == viewer.Id);
}
