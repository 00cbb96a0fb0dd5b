using System.Net;
using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Gilde.Web.Posts;

namespace Gilde.Web.Feeds;

/// <summary>Posts as entries of a feed.</summary>
internal static class FeedEntries
{
    private const int SummaryLength = 200;

    public static FeedEntry Of(PostView post, Uri address, IEnumerable<string> tags) => new(
        new Uri(address, post.Href), post.Title, AbsoluteHtml.Of(Html(post), address), Summary(post), post.Author, new Uri(address, "/@" + post.Handle),
        post.PublishedAt, post.EditedAt ?? post.PublishedAt, post.CoverId is { } cover && post.ContentNote.Length == 0 ? new Uri(address, PictureAddress.Of(cover)) : null, [.. tags]);

    /// <summary>What has a content note shows that alone: one opens the page for the rest.</summary>
    private static string Html(PostView post)
    {
        if (post.ContentNote.Length > 0) return $"<p><a href=\"{post.Href}\">{Encode(post.ContentNote)}</a></p>";
        var html = new StringBuilder(TalkText.ToHtml(post.Text));
        foreach (var picture in post.Pictures)
            html.Append($"<p><img src=\"{PictureAddress.Of(picture.Id)}\" alt=\"{Encode(picture.Alternative)}\" width=\"{picture.Width}\" height=\"{picture.Height}\"></p>");
        if (post.Shared is { } shared) html.Append($"<blockquote><p><a href=\"{shared.Href}\">{Encode(shared.Title.Length > 0 ? shared.Title : shared.Author)}</a></p>{Html(shared)}</blockquote>");
        return html.ToString();
    }

    private static string Summary(PostView post)
    {
        var words = post.ContentNote.Length > 0 ? post.ContentNote : Markdown.ToText(post.Text);
        if (words.Length == 0) words = post.Shared is { } shared ? Summary(shared) : post.Author;
        return words.Length > SummaryLength ? VisibleText.Cut(words, SummaryLength) + "…" : words;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
