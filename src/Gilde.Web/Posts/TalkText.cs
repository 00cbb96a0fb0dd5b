using Gilde.Web.Formats;
using Markdig;
using Markdown = Gilde.Web.Web.Markdown;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Posts;

/// <summary>What members write where many read: Markdown, in which <c>@handle</c> leads to a profile and <c>#word</c> to what is said under that tag.</summary>
public sealed class TalkText(IMemoryCache cache)
{
    /// <summary>Of one text; more are words like any other.</summary>
    public const int MaxMentions = 20, MaxTags = 10;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private static readonly MarkdownPipeline Pipeline = Markdown.Build(b => b.Extensions.Add(new TalkMarks()));

    /// <summary>As HTML that is safe to show. Kept for as long as the words do not change.</summary>
    /// <param name="what">What kind of thing holds the text.</param>
    /// <param name="version">Rises with every change of the words.</param>
    public MarkupString Show(string what, long id, long version, string text)
    {
        var key = (what, id, version);
        if (cache.TryGetValue(key, out string? html) && html is not null) return new(html);
        return new(cache.Set(key, ToHtml(text), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 }));
    }

    public static string ToHtml(string text) => Markdown.ToHtml(text, Pipeline);

    /// <summary>The handles that the text names and the tags that it stands under, each once, in their order.</summary>
    public static TalkMarksFound Read(string text)
    {
        if (text.Length == 0) return TalkMarksFound.None;
        var links = Markdown.Parse(text, Pipeline)?.Descendants<LinkInline>().ToList() ?? [];
        return new(
            [.. links.OfType<MentionInline>().Select(m => m.Handle).Distinct().Take(MaxMentions)],
            [.. links.OfType<TagInline>().Select(t => t.Name).DistinctBy(TagKey).Take(MaxTags)],
            links.Where(l => l is not MentionInline and not TagInline && !l.IsImage).Select(l => l.Url).FirstOrDefault(IsWebAddress));
    }

    /// <summary>Whether there may be an address in the text; most texts hold none, and that is seen without reading them as Markdown.</summary>
    public static bool MayLink(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>What tags are the same: case does not count, nor how an accent is stored.</summary>
    public static string TagKey(string name) => VisibleText.Cut(name.Normalize().ToLowerInvariant(), Tag.MaxLength);

    private static bool IsWebAddress(string? url) => url?.Length <= 2_000 && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";
}

/// <summary>What a text holds beside its words.</summary>
/// <param name="Link">The first address of a web page that it leads to.</param>
public sealed record TalkMarksFound(IReadOnlyList<string> Handles, IReadOnlyList<string> Tags, string? Link)
{
    public static readonly TalkMarksFound None = new([], [], null);
}
