using System.Globalization;
using System.Text.Json;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts.Drafts;

/// <summary>What stands in the form of a post that is not published yet.</summary>
/// <param name="Id">The draft that it goes on with; null for a new one.</param>
/// <param name="Seen">When that draft was saved that the form began with: another time says that it was changed elsewhere.</param>
/// <param name="Due">When it is to be published, in the member's zone.</param>
public sealed record DraftInput(PostInput Post, long? Id = null, long? Seen = null, LocalDateTime? Due = null)
{
    private const string LocalTime = "uuuu-MM-dd'T'HH:mm";

    /// <summary>What pictures show, by picture.</summary>
    public IReadOnlyDictionary<long, string> Alternatives { get; init; } = new Dictionary<long, string>();
    public IReadOnlyList<IFormFile> Pictures { get; init; } = [];
    public IFormFile? Cover { get; init; }
    /// <summary>What the cover shows.</summary>
    public string? CoverText { get; init; }

    /// <summary>The picture that is to stand further to the front.</summary>
    public long? Up { get; init; }
    /// <summary>The picture that is to go.</summary>
    public long? Drop { get; init; }

    public bool HasFiles => Pictures.Count > 0 || Cover is not null;
    /// <summary>Nothing has been typed or chosen that one would want to find again.</summary>
    public bool IsBlank => Id is null && !HasFiles && Post.Poll is null && string.IsNullOrWhiteSpace(Post.Text) && string.IsNullOrWhiteSpace(Post.Title) && string.IsNullOrWhiteSpace(Post.ContentNote);

    public static async ValueTask<DraftInput> BindAsync(HttpContext http)
    {
        var post = await PostInput.BindAsync(http);
        if (http.Request.HasJsonContentType()) return new(post, post.Draft);
        var form = await http.Form();
        return new(post, post.Draft, long.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : null, ReadTime(form["due"]))
        {
            Alternatives = form.Where(f => f.Key.StartsWith("alt-", StringComparison.Ordinal) && long.TryParse(f.Key.AsSpan(4), CultureInfo.InvariantCulture, out _)).Take(Posts.Post.MaxPictures)
                .ToDictionary(f => long.Parse(f.Key.AsSpan(4), CultureInfo.InvariantCulture), f => f.Value.ToString()),
            Pictures = [.. form.Files.GetFiles("picture").Where(f => f.Length > 0).Take(Posts.Post.MaxPictures + 1)],
            Cover = form.Files["cover"] is { Length: > 0 } cover ? cover : null,
            CoverText = form["coverText"],
            Up = long.TryParse(form["up"], CultureInfo.InvariantCulture, out var up) ? up : null,
            Drop = long.TryParse(form["drop"], CultureInfo.InvariantCulture, out var drop) ? drop : null,
        };
    }

    private static LocalDateTime? ReadTime(string? text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture(LocalTime).Parse(VisibleStart(text)) is { Success: true } parsed ? parsed.Value : null;

    // Some browsers send seconds as well.
    private static string VisibleStart(string? text) => text is { Length: > 16 } ? text[..16] : text ?? "";

    public static string WriteTime(LocalDateTime time) => time.ToString(LocalTime, CultureInfo.InvariantCulture);

    public static string WritePoll(PollInput? poll) => poll is null ? "" : JsonSerializer.Serialize(poll with { Options = poll.Words });

    public static PollInput? ReadPoll(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<PollInput>(json);
}
