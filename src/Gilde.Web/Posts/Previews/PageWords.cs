using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Gilde.Web.Formats;

namespace Gilde.Web.Posts.Previews;

/// <summary>What a web page says of itself, as words alone: no picture of it is ever shown, so nobody is seen reading.</summary>
public sealed record PageWords(string Title, string Summary, string Site)
{
    private const int MaxWords = 200, MaxSummary = 500;

    public static PageWords Read(byte[] body)
    {
        using var content = new MemoryStream(body);
        var page = new HtmlParser().ParseDocument(content);
        return new(
            Cut(Meta(page, "og:title", "twitter:title") ?? page.Title ?? "", MaxWords),
            Cut(Meta(page, "og:description", "description", "twitter:description") ?? "", MaxSummary),
            Cut(Meta(page, "og:site_name") ?? "", MaxWords));
    }

    private static string? Meta(IHtmlDocument page, params string[] names) => names
        .Select(name => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content")).FirstOrDefault(content => !string.IsNullOrWhiteSpace(content));

    private static string Cut(string words, int max) => VisibleText.Cut(VisibleText.Line(words), max);
}
