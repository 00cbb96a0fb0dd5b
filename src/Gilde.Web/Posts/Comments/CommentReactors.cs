namespace Gilde.Web.Posts.Comments;

/// <summary>Who reacted to a comment, of those whose reactions the viewer gets to see; newest first.</summary>
public sealed record CommentReactors(IReadOnlyList<ReactionRow> Rows, string? Next)
{
    public const int PageSize = 50;

    /// <param name="before">The member with whom the page before ended.</param>
    public static async Task<CommentReactors> Load(GildeDb db, Viewer viewer, Comment comment, long? before, CancellationToken stop)
    {
        var rows = from r in db.CommentReactions
                   join m in db.TalkersFor(viewer) on r.MemberId equals m.Id
                   where r.CommentId == comment.Id && (before == null || m.Id < before)
                   orderby m.Id descending
                   select new ReactionRow(m.Id, m.Name, m.Handle, m.Headline, m.PictureId, r.Kind, r.At);
        var found = await rows.Take(PageSize + 1).ToListAsync(stop);
        return new([.. found.Take(PageSize)], found.Count > PageSize ? $"/comments/{comment.Id}/reactions?before={found[PageSize - 1].Id}" : null);
    }
}
