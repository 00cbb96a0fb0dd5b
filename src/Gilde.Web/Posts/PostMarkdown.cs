using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts;

/// <summary>Posts as Markdown documents.</summary>
public static class PostMarkdown
{
    public static string Of(PostView post, Uri address, Texts t) => new StringBuilder("# ").AppendLine(Heading(post, t)).AppendLine().Append(Body(post, address)).ToString();

    /// <summary>A page of posts: each under a heading of its own.</summary>
    public static string OfList(string title, string lead, string path, IEnumerable<PostView> posts, Uri address, Texts t)
    {
        var text = new StringBuilder("# ").AppendLine(MarkdownLine.Of(title)).AppendLine();
        if (lead.Length > 0) text.AppendLine(lead).AppendLine();
        text.Append('<').Append(new Uri(address, path).AbsoluteUri).AppendLine(">").AppendLine();
        foreach (var post in posts) text.Append("## ").AppendLine(Heading(post, t)).AppendLine().Append(Body(post, address)).AppendLine();
        return text.ToString();
    }

    private static string Heading(PostView post, Texts t) => MarkdownLine.Of(post.Title.Length > 0 ? post.Title : t["Post by {0}", post.Author]);

    private static StringBuilder Body(PostView post, Uri address)
    {
        var text = new StringBuilder();
        text.Append($"[{MarkdownLine.Of(post.Author)}](<{new Uri(address, "/@" + post.Handle).AbsoluteUri}>), {NodaTime.Text.InstantPattern.General.Format(post.PublishedAt)}").AppendLine().AppendLine();
        if (post.ContentNote.Length > 0) text.AppendLine(MarkdownLine.Quote(MarkdownLine.Of(post.ContentNote))).AppendLine();
        if (post.Text.Length > 0) text.AppendLine(post.Text).AppendLine();
        foreach (var picture in post.Pictures) text.AppendLine($"![{MarkdownLine.Of(picture.Alternative.ReplaceLineEndings(" "))}](<{new Uri(address, PictureAddress.Of(picture.Id)).AbsoluteUri}>)").AppendLine();
        if (post.Shared is { } shared) text.AppendLine(MarkdownLine.Quote(Body(shared, address).ToString().TrimEnd())).AppendLine();
        return text.Append('<').Append(new Uri(address, post.Href).AbsoluteUri).AppendLine(">");
    }
}
