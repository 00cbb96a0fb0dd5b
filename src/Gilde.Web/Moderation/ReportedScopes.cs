using Gilde.Web.Conversations;
using Gilde.Web.Groups;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Profiles;

namespace Gilde.Web.Moderation;

/// <summary>Finds what is reported: for who reports within what they may see, for moderators as it stands.</summary>
internal static class ReportedScopes
{
    /// <summary>What others said or made and the viewer may see.</summary>
    public static async Task<ReportedThing?> Reportable(this GildeDb db, Viewer viewer, CaseKind kind, long id, CancellationToken stop)
    {
        var me = viewer.Id;
        switch (kind)
        {
            case CaseKind.Message:
                return await db.Read(db.MessagesFor(viewer).Where(m => m.Id == id && m.SenderId != me && m.Kind == MessageKind.Text && m.RemovedAt == null), stop);
            case CaseKind.Post:
                return await db.Read(db.PostsVisibleTo(viewer).Where(p => p.Id == id && p.AuthorId != me), stop);
            case CaseKind.Comment:
                var post = await db.Comments.Where(c => c.Id == id).Select(c => c.PostId).SingleOrDefaultAsync(stop);
                var readable = db.PostsVisibleTo(viewer);
                return await db.Read(db.CommentsVisibleTo(viewer, post).Where(c => c.Id == id && c.AuthorId != me && c.RemovedAt == null && readable.Any(p => p.Id == c.PostId)), stop);
            case CaseKind.Group:
                var groups = db.GroupsVisibleTo(viewer).Where(g => g.Id == id && !db.GroupMembers.Any(m => m.GroupId == g.Id && m.MemberId == me && m.Role == GroupRole.Owner));
                return await db.Read(viewer.IsMember ? groups : groups.Where(g => g.PublicSince != null), stop);
            case CaseKind.Member:
                return await db.Read(db.ProfilesVisibleTo(viewer).Where(m => m.Id == id && m.Id != me), stop);
        }
        return null;
    }

    /// <summary>The same as it is now, for moderators; null once it is gone.</summary>
    public static Task<ReportedThing?> Thing(this GildeDb db, CaseKind kind, long id, CancellationToken stop) => kind switch
    {
        CaseKind.Message => db.Read(db.Messages.Where(m => m.Id == id), stop),
        CaseKind.Post => db.Read(db.Posts.Where(p => p.Id == id), stop),
        CaseKind.Comment => db.Read(db.Comments.Where(c => c.Id == id), stop),
        CaseKind.Group => db.Read(db.Groups.Where(g => g.Id == id), stop),
        CaseKind.Member => db.Read(db.Members.Where(m => m.Id == id), stop),
    };

    public static Task<Message?> MessageToModerate(this GildeDb db, long id, CancellationToken stop) => db.Messages.SingleOrDefaultAsync(m => m.Id == id, stop);

    public static Task<Post?> PostToModerate(this GildeDb db, long id, CancellationToken stop) => db.Posts.SingleOrDefaultAsync(p => p.Id == id, stop);

    public static Task<Comment?> CommentToModerate(this GildeDb db, long id, CancellationToken stop) => db.Comments.SingleOrDefaultAsync(c => c.Id == id, stop);

    public static Task<Group?> GroupToModerate(this GildeDb db, long id, CancellationToken stop) => db.Groups.SingleOrDefaultAsync(g => g.Id == id, stop);

    /// <summary>Somebody has reported a thing that this picture belongs to: moderators see it.</summary>
    public static Task<bool> IsReportedPicture(this GildeDb db, long pictureId, CancellationToken stop) => db.ReportPictures.AnyAsync(p => p.PictureId == pictureId, stop);

    private static async Task<ReportedThing?> Read(this GildeDb db, IQueryable<Message> messages, CancellationToken stop)
    {
        var row = await (from m in messages.AsNoTracking()
                         join s in db.Members on m.SenderId equals s.Id
                         select new { m.Id, m.SenderId, m.Body, m.PictureId, m.ConversationId, m.SentAt, s.Name, Over = db.FirstMessages.Where(f => f.MessageId == m.Id).Select(f => f.Reason).FirstOrDefault() }).SingleOrDefaultAsync(stop);
        return row is null ? null : new(CaseKind.Message, row.Id, row.SenderId, ReportedThing.Words(row.Over ?? "", row.Body), ReportedThing.PictureIds(row.PictureId), row.Name, $"/messages/{row.ConversationId}", row.SentAt);
    }

    private static async Task<ReportedThing?> Read(this GildeDb db, IQueryable<Post> posts, CancellationToken stop)
    {
        var row = await (from p in posts.AsNoTracking()
                         join m in db.Members on p.AuthorId equals m.Id
                         select new { p.Id, p.AuthorId, p.Title, p.ContentNote, p.Text, p.CoverId, p.PublishedAt, m.Name }).SingleOrDefaultAsync(stop);
        if (row is null) return null;
        var options = await db.PollOptions.Where(o => o.PostId == row.Id).OrderBy(o => o.Rank).Select(o => "- " + o.Text).ToListAsync(stop);
        var pictures = await db.PostPictures.Where(p => p.PostId == row.Id).OrderBy(p => p.Rank).Select(p => (long?)p.PictureId).ToListAsync(stop);
        return new(CaseKind.Post, row.Id, row.AuthorId, ReportedThing.Words(row.ContentNote, ReportedThing.Heading(row.Title), row.Text, string.Join('\n', options)),
            ReportedThing.PictureIds([row.CoverId, .. pictures]), row.Name, $"/posts/{row.Id}", row.PublishedAt);
    }

    private static async Task<ReportedThing?> Read(this GildeDb db, IQueryable<Comment> comments, CancellationToken stop)
    {
        var row = await (from c in comments.AsNoTracking()
                         join m in db.Members on c.AuthorId equals m.Id
                         select new { c.Id, c.PostId, c.AuthorId, c.Text, c.At, m.Name }).SingleOrDefaultAsync(stop);
        return row is null ? null : new(CaseKind.Comment, row.Id, row.AuthorId, row.Text, [], row.Name, CommentRow.Address(row.PostId, row.Id), row.At);
    }

    private static async Task<ReportedThing?> Read(this GildeDb db, IQueryable<Group> groups, CancellationToken stop)
    {
        var row = await groups.AsNoTracking().Select(g => new { g.Id, g.Slug, g.Name, g.Summary, g.Description, g.PictureId }).SingleOrDefaultAsync(stop);
        return row is null ? null : new(CaseKind.Group, row.Id, null, ReportedThing.Words(ReportedThing.Heading(row.Name), row.Summary, row.Description), ReportedThing.PictureIds(row.PictureId), row.Name, $"/groups/{row.Slug}");
    }

    private static async Task<ReportedThing?> Read(this GildeDb db, IQueryable<Member> members, CancellationToken stop)
    {
        var row = await members.AsNoTracking().Select(m => new { m.Id, m.Handle, m.Name, m.Headline, m.About, m.PictureId, m.CoverId }).SingleOrDefaultAsync(stop);
        return row is null ? null : new(CaseKind.Member, row.Id, row.Id, ReportedThing.Words(ReportedThing.Heading(row.Name), row.Headline, row.About), ReportedThing.PictureIds(row.PictureId, row.CoverId), row.Name, $"/@{row.Handle}");
    }
}
