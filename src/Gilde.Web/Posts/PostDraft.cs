namespace Gilde.Web.Posts;

/// <summary>What a member has not published yet: kept while they type, or waiting for its time. Seen by its author alone.</summary>
public sealed class PostDraft
{
    public long Id { get; private set; }
    public long AuthorId { get; init; }
    public PostKind Kind { get; init; }
    public string Title { get; set; } = "";
    /// <summary>Markdown.</summary>
    public string Text { get; set; } = "";
    public PostAudience Audience { get; set; }
    public long? GroupId { get; set; }
    public string ContentNote { get; set; } = "";
    public ReplyControl Replies { get; set; }
    public long? CoverId { get; set; }
    /// <summary>JSON of the poll's options and end; empty for none.</summary>
    public string Poll { get; set; } = "";
    public Instant SavedAt { get; set; }
    /// <summary>When it is to be published by itself.</summary>
    public Instant? DueAt { get; set; }
    /// <summary>Why it was not published when its time came; the author is told.</summary>
    public string Refusal { get; set; } = "";
}

/// <summary>A picture that goes out with a draft.</summary>
public sealed class DraftPicture
{
    public long DraftId { get; init; }
    public long PictureId { get; init; }
    public int Rank { get; set; }
}
