using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts;

/// <summary>A post as a viewer gets it, on cards and pages.</summary>
public sealed record PostView
{
    public long Id { get; init; }
    public long AuthorId { get; init; }
    public required string Author { get; init; }
    public required string Handle { get; init; }
    public required string Headline { get; init; }
    public long? AuthorPictureId { get; init; }
    public PostKind Kind { get; init; }
    public required string Title { get; init; }
    /// <summary>Markdown.</summary>
    public required string Text { get; init; }
    public required string ContentNote { get; init; }
    public PostAudience Audience { get; init; }
    public ReplyControl Replies { get; init; }
    public long? GroupId { get; init; }
    public string? Group { get; init; }
    public string? GroupSlug { get; init; }
    public long? SharedId { get; init; }
    public long? CoverId { get; init; }
    public Instant PublishedAt { get; init; }
    public Instant? EditedAt { get; init; }
    public int Version { get; init; }
    public bool IsPinned { get; init; }
    public bool IsLocked { get; init; }
    /// <summary>Waits for a moderator of its group.</summary>
    public bool IsHeld { get; init; }
    public bool IsHidden { get; init; }
    public bool HasPictures { get; init; }
    public bool HasPoll { get; init; }
    public int Comments { get; init; }
    public int Likes { get; init; }
    public int Helpful { get; init; }
    public int Congratulations { get; init; }
    public int Condolences { get; init; }
    public int Shares { get; init; }
    /// <summary>The viewer's own reaction.</summary>
    public ReactionKind? Mine { get; init; }
    /// <summary>The viewer has kept it for later.</summary>
    public bool IsKept { get; init; }
    /// <summary>The viewer and the author are in contact.</summary>
    public bool IsContact { get; init; }
    /// <summary>The viewer wants to hear nothing of the author.</summary>
    public bool IsMuted { get; init; }
    /// <summary>It reached the viewer when it was published: by a contact, somebody or a tag that they follow, or in a group of theirs.</summary>
    public bool IsFromMySources { get; init; }

    /// <summary>What it shares; null where that is gone or does not exist for the viewer.</summary>
    public PostView? Shared { get; init; }
    public IReadOnlyList<PictureView> Pictures { get; init; } = [];
    public LinkPreview? Preview { get; init; }
    /// <summary>What a poll is drawn from; empty without one.</summary>
    internal IReadOnlyList<PollLine> Poll { get; init; } = [];
    /// <summary>What the cover shows.</summary>
    public string CoverText { get; init; } = "";

    public string Href => $"/posts/{Id}";
    public int Reactions => Likes + Helpful + Congratulations + Condolences;
    /// <summary>Only what all members may read can be shared.</summary>
    public bool IsShareable => Audience is PostAudience.Everyone or PostAudience.Members && !IsHidden;

    public int CountOf(ReactionKind kind) => kind switch
    {
        ReactionKind.Like => Likes,
        ReactionKind.Helpful => Helpful,
        ReactionKind.Congratulations => Congratulations,
        ReactionKind.Condolence => Condolences,
    };
}

/// <summary>A picture of a post.</summary>
/// <param name="Alternative">What it shows, in words.</param>
public sealed record PictureView(long PostId, long Id, string Alternative, int Width, int Height);
