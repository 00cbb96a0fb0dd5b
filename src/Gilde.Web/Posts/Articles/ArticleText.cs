using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Posts.Articles;

/// <summary>A heading of an article and where it stands.</summary>
public sealed record ArticleHeading(string Anchor, string Words, int Level);

/// <summary>An article ready to be read: its headings can be led to.</summary>
public sealed partial record ArticleText(string Html, IReadOnlyList<ArticleHeading> Headings, int Minutes)
{
    /// <summary>So many words a minute people read of what concerns their work.</summary>
    private const int WordsAMinute = 200;
    /// <summary>From so many headings on a table of contents helps.</summary>
    public const int WorthContents = 3;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Kept for as long as the words do not change.</summary>
    public static ArticleText Of(IMemoryCache cache, long id, int version, string text)
    {
        var key = ("article", id, version);
        if (cache.TryGetValue(key, out ArticleText? article) && article is not null) return article;
        return cache.Set(key, Read(text), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 4 });
    }

    public static ArticleText Read(string text)
    {
        var headings = new List<ArticleHeading>();
        // What is allowed in is without attributes, so a heading looks like nothing else.
        var html = HeadingTags().Replace(TalkText.ToHtml(text), heading =>
        {
            var (level, inner) = (int.Parse(heading.Groups[1].ValueSpan, CultureInfo.InvariantCulture), heading.Groups[2].Value);
            headings.Add(new($"h-{headings.Count + 1}", WebUtility.HtmlDecode(AnyTag().Replace(inner, "")), level));
            return $"<h{level} id=\"{headings[^1].Anchor}\" tabindex=\"-1\">{inner}</h{level}>";
        });
        return new(html, headings, Math.Max(1, (int)Math.Round(AnyWord().Count(text) / (double)WordsAMinute, MidpointRounding.AwayFromZero)));
    }

    [GeneratedRegex(@"<h([3-6])>(.*?)</h\1>", RegexOptions.Singleline)]
    private static partial Regex HeadingTags();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\w+")]
    private static partial Regex AnyWord();
}
