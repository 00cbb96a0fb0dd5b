using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Web.Outbound;

namespace Gilde.Web.Posts.Previews;

/// <summary>Fetches once what the page behind the first link of a post says of itself. A page that does not answer has no preview.</summary>
public sealed class FetchPreview(GildeDb db, OutboundClient web, IClock clock) : IJobHandler
{
    public const string JobKind = "post.preview";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var post = JsonSerializer.Deserialize<long>(payload);
        // Whether it may be fetched was asked when it was published; it may have been changed or removed since.
        if (await db.PreviewWanted(post, stop) is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var page)) return;
        var fetched = await web.Get(page, stop);
        if (fetched.Outcome != FetchOutcome.Ok || fetched.MediaType is not ("text/html" or "application/xhtml+xml")) return;
        if (PageWords.Read(fetched.Body) is { Title.Length: > 0 } words)
            db.Add(new LinkPreview { PostId = post, Address = address, Title = words.Title, Summary = words.Summary, Site = words.Site, FetchedAt = clock.GetCurrentInstant() });
    }
}
