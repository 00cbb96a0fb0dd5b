namespace Gilde.Web.Posts.Previews;

internal static class PreviewScopes
{
    /// <summary>Words of posts that everybody or all members may read, what they said before their last edit, and the address of the preview that they have.</summary>
    public static IQueryable<PostWordsRow> OpenTexts(this GildeDb db, IReadOnlyCollection<long> posts) => db.Posts
        .Where(p => posts.Contains(p.Id) && p.RemovedAt == null && p.HiddenAt == null && p.HeldAt == null && p.SharedId == null
            && (p.Audience == PostAudience.Everyone || p.Audience == PostAudience.Members))
        .Select(p => new PostWordsRow(p.Id, p.Version, p.Text, db.PostRevisions.Where(r => r.PostId == p.Id).OrderByDescending(r => r.Version).Select(r => r.Text).FirstOrDefault(), db.LinkPreviews.Where(l => l.PostId == p.Id).Select(l => l.Address).FirstOrDefault()));

    public static Task<int> ForgetPreview(this GildeDb db, long postId, CancellationToken stop) => db.LinkPreviews.Where(l => l.PostId == postId).ExecuteDeleteAsync(stop);

    /// <summary>The link of a post that is still to be looked at.</summary>
    public static async Task<string?> PreviewWanted(this GildeDb db, long postId, CancellationToken stop) =>
        !await db.LinkPreviews.AnyAsync(l => l.PostId == postId, stop) && await db.OpenTexts([postId]).SingleOrDefaultAsync(stop) is { } post ? TalkText.Read(post.Text).Link : null;
}

internal sealed record PostWordsRow(long Id, int Version, string Text, string? Before, string? Preview);
