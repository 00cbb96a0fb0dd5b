using System.Text.Json.Serialization;
using Gilde.Web.Pictures;

namespace Gilde.Web.Posts.Comments;

/// <summary>A comment as a viewer gets it. Of one that was removed only its place is left.</summary>
public sealed record CommentRow
{
    public long Id { get; init; }
    public long PostId { get; init; }
    public long? ParentId { get; init; }
    [JsonIgnore]
    public long AuthorId { get; init; }
    public required string Author { get; init; }
    public required string Handle { get; init; }
    [JsonIgnore]
    public long? PictureId { get; init; }
    /// <summary>Markdown.</summary>
    public required string Text { get; init; }
    public Instant At { get; init; }
    public Instant? EditedAt { get; init; }
    public bool IsRemoved { get; init; }
    /// <summary>Kept from others by a moderator; its author alone gets it.</summary>
    public bool IsHidden { get; init; }
    public int Likes { get; init; }
    public int Helpful { get; init; }
    public int Congratulations { get; init; }
    public int Condolences { get; init; }
    /// <summary>The viewer's own reaction.</summary>
    public ReactionKind? Mine { get; init; }

    [JsonIgnore]
    public string? Picture => PictureAddress.Small(PictureId);
    [JsonIgnore]
    public int Reactions => Likes + Helpful + Congratulations + Condolences;
    /// <summary>Where it stands among the others.</summary>
    public string Href => Address(PostId, Id);

    /// <summary>The post's own page shows the first comments alone.</summary>
    public static string Address(long postId, long id) => $"/posts/{postId}/comments?at={id}#comment-{id}";

    public int CountOf(ReactionKind kind) => kind switch
    {
        ReactionKind.Like => Likes,
        ReactionKind.Helpful => Helpful,
        ReactionKind.Congratulations => Congratulations,
        ReactionKind.Condolence => Condolences,
    };

    /// <summary>Without the reactions of people of whom the viewer hears nothing.</summary>
    public CommentRow Without(IReadOnlyDictionary<ReactionKind, int> unheard) => this with
    {
        Likes = Likes - unheard.GetValueOrDefault(ReactionKind.Like),
        Helpful = Helpful - unheard.GetValueOrDefault(ReactionKind.Helpful),
        Congratulations = Congratulations - unheard.GetValueOrDefault(ReactionKind.Congratulations),
        Condolences = Condolences - unheard.GetValueOrDefault(ReactionKind.Condolence),
    };
}
