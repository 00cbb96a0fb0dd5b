using Gilde.Web.Formats;

namespace Gilde.Web.Feeds;

/// <summary>What a feed can be had in.</summary>
/// <param name="Suffix">In its address: <c>feed.atom</c>.</param>
internal sealed record FeedFormat(string Suffix, string Name, string MediaType, Func<FeedDocument, byte[]> Write)
{
    public static readonly IReadOnlyList<FeedFormat> All =
    [
        new("atom", "Atom", AtomFeed.MediaType, AtomFeed.Write),
        new("rss", "RSS", RssFeed.MediaType, RssFeed.Write),
        new("json", "JSON Feed", JsonFeed.MediaType, JsonFeed.Write),
    ];

    public static FeedFormat? Of(string suffix) => All.FirstOrDefault(f => f.Suffix == suffix);
}
