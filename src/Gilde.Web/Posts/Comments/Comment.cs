namespace Gilde.Web.Posts.Comments;

/// <summary>What somebody says to a post, or to a comment on it: two levels, no deeper.</summary>
public sealed class Comment
{
    public const int MaxText = 5_000;

    public long Id { get; private set; }
    public long PostId { get; init; }
    /// <summary>The comment of the first level that it answers.</summary>
    public long? ParentId { get; init; }
    public long AuthorId { get; init; }
    /// <summary>Markdown. Empty once removed.</summary>
    public string Text { get; set; } = "";
    public Instant At { get; init; }
    public Instant? EditedAt { get; set; }
    /// <summary>Set while a moderator of the network keeps it from everybody but its author.</summary>
    public Instant? HiddenAt { get; set; }
    public Instant? RemovedAt { get; private set; }
    /// <summary>The author, the post's author, or the moderator who decided.</summary>
    public long? RemovedById { get; private set; }

    public int Likes { get; set; }
    public int Helpful { get; set; }
    public int Congratulations { get; set; }
    public int Condolences { get; set; }

    /// <summary>Takes the words away; that there was a comment stays visible while it has answers.</summary>
    public void Remove(long by, Instant now) => (Text, RemovedAt, RemovedById) = ("", now, by);

    /// <summary>Gives the words back that a moderator took away, after an appeal.</summary>
    public void Restore(string text) => (Text, RemovedAt, RemovedById) = (text, null, null);
}

/// <summary>A comment as it was before an edit.</summary>
public sealed class CommentRevision
{
    public long CommentId { get; init; }
    /// <summary>When these words were written.</summary>
    public Instant At { get; init; }
    public required string Text { get; init; }
}
