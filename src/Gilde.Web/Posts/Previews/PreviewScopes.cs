namespace Gilde.Web.Posts.Previews;

internal static class PreviewScopes
{
    /// <summary>Words of posts that everybody or all members may read.</summary>
    public static IQueryable<PostWordsRow> OpenTexts(this GildeDb db, IReadOnlyCollection<long> posts) => db.Posts
        .Where(p => posts.Contains(p.Id) && p.RemovedAt == null && p.HiddenAt == null && p.HeldAt == null && p.SharedId == null
            && (p.Audience == PostAudience.Everyone || p.Audience == PostAudience.Members) && !db.LinkPreviews.Any(l => l.PostId == p.Id))
        .Select(p => new PostWordsRow(p.Id, p.Text));

    /// <summary>The link of a post that is still to be looked at.</summary>
    public static async Task<string?> PreviewWanted(this GildeDb db, long postId, CancellationToken stop) =>
        await db.OpenTexts([postId]).SingleOrDefaultAsync(stop) is { } post ? TalkText.Read(post.Text).Link : null;
}

internal sealed record PostWordsRow(long Id, string Text);
