namespace Gilde.Web.Posts;

/// <summary>A post as programs get it.</summary>
public sealed record PostJson(
    long Id, string Url, string Kind, PostJson.Person Author, string Title, string Text, string Html, string Audience, string? Group, string ContentNote, Instant PublishedAt, Instant? EditedAt,
    int Comments, int Likes, int Helpful, int Congratulations, int Condolences, int Shares, string? Mine, IReadOnlyList<PostJson.Picture> Pictures, PostJson? Shared)
{
    public sealed record Person(string Name, string Handle, string Headline);

    public sealed record Picture(string Url, string Alternative, int Width, int Height);

    public static PostJson Of(PostView post) => new(
        post.Id, post.Href, Name(post.Kind), new(post.Author, post.Handle, post.Headline), post.Title, post.Text, TalkText.ToHtml(post.Text), Name(post.Audience), post.GroupSlug, post.ContentNote, post.PublishedAt, post.EditedAt,
        post.Comments, post.Likes, post.Helpful, post.Congratulations, post.Condolences, post.Shares, post.Mine is { } mine ? Name(mine) : null,
        [.. post.Pictures.Select(p => new Picture(Gilde.Web.Pictures.PictureAddress.Of(p.Id), p.Alternative, p.Width, p.Height))], post.Shared is null ? null : Of(post.Shared));

    private static string Name<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();
}
