using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Gilde.Web.Formats;

/// <summary>JSON Feed 1.1, jsonfeed.org.</summary>
public static class JsonFeed
{
    public const string MediaType = "application/feed+json; charset=utf-8";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(FeedDocument feed) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        Version = "https://jsonfeed.org/version/1.1",
        feed.Title,
        HomePageUrl = feed.Page.AbsoluteUri,
        FeedUrl = feed.Self.AbsoluteUri,
        Description = feed.Description.Length > 0 ? feed.Description : null,
        feed.Language,
        Items = feed.Entries.Select(e => new
        {
            Id = e.Url.AbsoluteUri,
            Url = e.Url.AbsoluteUri,
            Title = e.Title.Length > 0 ? e.Title : null,
            ContentHtml = e.Html,
            e.Summary,
            Image = e.Image?.AbsoluteUri,
            DatePublished = InstantPattern.General.Format(e.Published),
            DateModified = InstantPattern.General.Format(e.Updated),
            Authors = new[] { new { Name = e.Author, Url = e.AuthorUrl.AbsoluteUri } },
            Tags = e.Tags.Count > 0 ? e.Tags : null,
        }),
    }, Options);
}
