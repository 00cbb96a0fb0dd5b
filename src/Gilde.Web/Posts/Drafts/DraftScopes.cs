using Gilde.Web.Groups;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts.Drafts;

internal static class DraftScopes
{
    /// <summary>Pictures of a draft that is the viewer's, in their order.</summary>
    public static IQueryable<PictureView> PicturesOfDraft(this GildeDb db, long draftId) =>
        from x in db.DraftPictures
        join p in db.Pictures on x.PictureId equals p.Id
        where x.DraftId == draftId
        orderby x.Rank, x.PictureId
        select new PictureView(draftId, p.Id, p.Alternative, p.Width, p.Height);

    public static Task<Group?> GroupOfDraft(this GildeDb db, long groupId, CancellationToken stop) => db.Groups.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, stop);

    /// <summary>The pictures themselves, to be changed or thrown away; the cover among them.</summary>
    public static IQueryable<Picture> PicturesToKeep(this GildeDb db, PostDraft draft) =>
        db.Pictures.Where(p => p.Id == draft.CoverId || db.DraftPictures.Any(x => x.DraftId == draft.Id && x.PictureId == p.Id));

    /// <summary>Whoever changes this draft takes turns.</summary>
    public static async Task<PostDraft?> DraftToChange(this GildeDb db, Viewer viewer, long id, CancellationToken stop)
    {
        if (db.IsPostgres) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockClass}, {unchecked((int)id)})", stop);
        return await db.DraftsOf(viewer).SingleOrDefaultAsync(d => d.Id == id, stop);
    }

    /// <summary>Takes a draft away without its pictures.</summary>
    public static Task TakeDraft(this GildeDb db, Viewer viewer, long id, CancellationToken stop) => db.PostDrafts.Where(d => d.Id == id && d.AuthorId == viewer.Id).ExecuteDeleteAsync(stop);

    /// <summary>A draft whose time has come, if that is still its time.</summary>
    public static Task<PostDraft?> DueDraft(this GildeDb db, long id, Instant due, CancellationToken stop) => db.PostDrafts.SingleOrDefaultAsync(d => d.Id == id && d.DueAt == due, stop);

    /// <summary>Whose draft it is, to be told of it.</summary>
    public static Task<DraftAuthor?> DraftAuthor(this GildeDb db, long memberId, CancellationToken stop) =>
        (from m in db.Members
         join a in db.Users on m.Id equals a.Id
         where m.Id == memberId && a.Email != null
         select new DraftAuthor(m.Name, m.Handle, a.Email!, m.Language, m.SuspendedAt != null)).SingleOrDefaultAsync(stop);

    /// <summary>Any constant: sets these locks apart from others.</summary>
    private const int LockClass = 0x64726674;
}

internal sealed record DraftAuthor(string Name, string Handle, string Email, Language Language, bool IsSuspended);
