using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Gilde.Web.Web;

/// <summary>
/// Lets through a small list of elements and attributes and nothing else. Cleaning what is clean changes nothing.
/// Links say where they lead: one whose words are not its own address gets its host behind them.
/// </summary>
public static class AllowedHtml
{
    private const string LinkRel = "nofollow ugc noopener";
    private const int MaxPasses = 8;
    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        "p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4", "h5", "h6",
        "a", "table", "thead", "tbody", "tr", "th", "td");
    /// <summary>Of all other elements the words stay; of these nothing.</summary>
    private static readonly FrozenSet<string> Swallowed = FrozenSet.Create(
        "script", "style", "template", "iframe", "object", "embed", "noscript", "noembed", "noframes", "textarea", "title", "xmp", "plaintext", "select", "head", "frameset");

    public static string Clean(string html)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var body = new HtmlParser().ParseDocument($"<!DOCTYPE html><body>{html}").Body!;
            var reshaped = CleanChildren(body);
            html = body.ChildNodes.ToHtml(HtmlMarkupFormatter.Instance);
            // Taking a wrapper away can leave what a parser nests differently, so look again until nothing moves.
            if (!reshaped) return html;
        }
        return System.Net.WebUtility.HtmlEncode(html);
    }

    private static bool CleanChildren(INode parent)
    {
        var reshaped = false;
        foreach (var node in parent.ChildNodes.ToArray())
        {
            if (node is IText) continue;
            if (node is not IElement element || element.NamespaceUri != NamespaceNames.HtmlUri || Swallowed.Contains(element.LocalName))
            {
                parent.RemoveChild(node);
                reshaped = true;
                continue;
            }
            reshaped |= CleanChildren(element);
            var href = element.LocalName == "a" ? SafeAddress(element.GetAttribute("href")) : null;
            if (!Elements.Contains(element.LocalName) || (element.LocalName == "a" && href is null))
            {
                reshaped = true;
                Unwrap(element);
                continue;
            }
            KeepAttributes(element, href);
            if (element.LocalName == "pre" && element.FirstChild is IText first) first.TextContent = first.TextContent.TrimStart('\n');
        }
        return reshaped;
    }

    private static void Unwrap(IElement element)
    {
        if (element.LocalName == "img" && element.GetAttribute("alt") is { Length: > 0 } words) element.AppendChild(element.Owner!.CreateTextNode(words));
        element.Replace([.. element.ChildNodes]);
    }

    private static void KeepAttributes(IElement element, string? href)
    {
        var start = element.LocalName == "ol" && int.TryParse(element.GetAttribute("start"), out var number) && number is >= 0 and < 1_000_000 ? number : (int?)null;
        foreach (var attribute in element.Attributes.ToArray()) element.RemoveAttribute(attribute.Name);
        if (start is not null) element.SetAttribute("start", $"{start}");
        if (href is null) return;
        element.SetAttribute("href", href);
        element.SetAttribute("rel", LinkRel);
        ShowHost(element, href);
    }

    private static void ShowHost(IElement link, string href)
    {
        if (href[0] == '/' || !Uri.TryCreate(href, UriKind.Absolute, out var address) || address.Scheme == Uri.UriSchemeMailto) return;
        var words = link.TextContent.Trim();
        if (words == href || words.EndsWith($"({address.IdnHost})", StringComparison.Ordinal)) return;
        if (Uri.TryCreate(words, UriKind.Absolute, out var said) && said.AbsoluteUri == address.AbsoluteUri) return;
        link.AppendChild(link.Owner!.CreateTextNode($"{(words.Length > 0 ? " " : "")}({address.IdnHost})"));
    }

    /// <summary>Web and mail addresses, and pages of this network; null for anything else.</summary>
    private static string? SafeAddress(string? href)
    {
        if (href is null or { Length: > 2_000 } || href.Any(char.IsControl)) return null;
        var trimmed = href.Trim();
        if (trimmed.StartsWith('/')) return trimmed.Length > 1 && trimmed[1] is '/' or '\\' || trimmed.Contains('\\') ? null : trimmed;
        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var address)) return null;
        if (address.Scheme == Uri.UriSchemeMailto) return address.AbsoluteUri;
        return address.Scheme is "http" or "https" && address.IdnHost.Length > 0 && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;
    }
}
