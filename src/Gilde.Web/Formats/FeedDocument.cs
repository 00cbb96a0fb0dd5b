namespace Gilde.Web.Formats;

/// <summary>What a feed says, whatever it is written in. All addresses are absolute.</summary>
/// <param name="Page">The page that the feed follows.</param>
/// <param name="Self">Where the feed itself stands.</param>
/// <param name="Updated">When something of it last changed.</param>
public sealed record FeedDocument(string Title, string Description, Uri Page, Uri Self, string Language, Instant Updated, IReadOnlyList<FeedEntry> Entries);

/// <summary>One entry, newest first in its feed.</summary>
/// <param name="Url">Its page, which is its id as well: it never changes.</param>
/// <param name="Title">Empty for what has none, such as a short post.</param>
/// <param name="Html">Safe to show; its addresses are absolute.</param>
public sealed record FeedEntry(Uri Url, string Title, string Html, string Summary, string Author, Uri AuthorUrl, Instant Published, Instant Updated, Uri? Image, IReadOnlyList<string> Tags);
