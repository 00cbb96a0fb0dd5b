namespace Gilde.Web.Posts;

public enum PostKind { Post, Article, Share }

/// <summary>Who may read a post.</summary>
public enum PostAudience
{
    /// <summary>Everybody, also without an account.</summary>
    Everyone,
    Members,
    Contacts,
    /// <summary>Contacts whose tie to the author is close, see <see cref="PostScopes.CloseTie"/>.</summary>
    StrongContacts,
    /// <summary>Who may read the group that it stands in.</summary>
    Group,
}

/// <summary>Who may comment, of those who may read.</summary>
public enum ReplyControl { Everyone, Members, Contacts, Nobody }

/// <summary>What a member says to others: a post, an article, or what somebody else said with own words on top.</summary>
public sealed class Post
{
    public const int MaxText = 5_000;
    public const int MaxArticle = 60_000;
    public const int MaxTitle = 150;
    public const int MaxContentNote = 100;
    public const int MaxPictures = 8;

    public long Id { get; private set; }
    public long AuthorId { get; init; }
    public PostKind Kind { get; init; }
    /// <summary>Of an article.</summary>
    public string Title { get; set; } = "";
    /// <summary>Markdown. Empty once removed.</summary>
    public string Text { get; set; } = "";
    public PostAudience Audience { get; set; }
    /// <summary>The group it stands in; set exactly where the audience is that group.</summary>
    public long? GroupId { get; set; }
    /// <summary>What a share shares; null once that is erased.</summary>
    public long? SharedId { get; init; }
    /// <summary>What to expect, shown instead of the text until one opens it.</summary>
    public string ContentNote { get; set; } = "";
    public ReplyControl Replies { get; set; }
    /// <summary>Of an article.</summary>
    public long? CoverId { get; set; }
    /// <summary>When others could first read it: of a post that waited for a moderator, when it was let through.</summary>
    public Instant PublishedAt { get; set; }
    public Instant? EditedAt { get; set; }
    /// <summary>Goes up with every edit; what is kept of a drawn post goes by it.</summary>
    public int Version { get; set; }
    /// <summary>Stands first on the author's page, or in its group.</summary>
    public Instant? PinnedAt { get; set; }
    /// <summary>No further comments: a moderator of the group, or of the network, has closed the talk.</summary>
    public Instant? LockedAt { get; set; }
    /// <summary>Set while it waits for a moderator of its group: the author and they alone see it.</summary>
    public Instant? HeldAt { get; set; }
    /// <summary>Set while a moderator of the network keeps it from everybody but its author.</summary>
    public Instant? HiddenAt { get; set; }
    public Instant? RemovedAt { get; private set; }
    /// <summary>The author, or the moderator who decided.</summary>
    public long? RemovedById { get; private set; }

    public int Comments { get; set; }
    public int Likes { get; set; }
    public int Helpful { get; set; }
    public int Congratulations { get; set; }
    public int Condolences { get; set; }
    public int Shares { get; set; }

    /// <summary>Takes the words away; comments and reactions go out of sight with it.</summary>
    public void Remove(long by, Instant now) => (Title, Text, ContentNote, CoverId, PinnedAt, RemovedAt, RemovedById) = ("", "", "", null, null, now, by);

    /// <summary>Gives the words back that a moderator took away, after an appeal.</summary>
    public void Restore(string title, string text, string contentNote, long? coverId) => (Title, Text, ContentNote, CoverId, RemovedAt, RemovedById) = (title, text, contentNote, coverId, null, null);
}

/// <summary>A post as it was before an edit; whoever may read the post may read it.</summary>
public sealed class PostRevision
{
    public long PostId { get; init; }
    /// <summary><see cref="Post.Version"/> of these words.</summary>
    public int Version { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string ContentNote { get; init; }
    /// <summary>When these words were written.</summary>
    public Instant At { get; init; }
}

/// <summary>One of the pictures of a post; what it shows in words stands with the picture.</summary>
public sealed class PostPicture
{
    public long PostId { get; init; }
    public long PictureId { get; init; }
    public int Rank { get; set; }
}

/// <summary>What the page behind the first link of a post says of itself, fetched once.</summary>
public sealed class LinkPreview
{
    public long PostId { get; init; }
    public required string Address { get; init; }
    public required string Title { get; init; }
    public string Summary { get; init; } = "";
    public string Site { get; init; } = "";
    public Instant FetchedAt { get; init; }
}

/// <summary>A hashtag.</summary>
public sealed class Tag
{
    public const int MaxLength = 60;

    public long Id { get; private set; }
    /// <summary>Folded: lower case, umlauts as they are; unique.</summary>
    public required string Key { get; init; }
    /// <summary>As it was first written.</summary>
    public required string Name { get; set; }
}

public sealed class PostTag
{
    public long TagId { get; init; }
    public long PostId { get; init; }
    /// <summary>Of the post, so that the newest of a tag are found by one index.</summary>
    public Instant PublishedAt { get; init; }
}

/// <summary>A member keeps a post for later; nobody else learns of it.</summary>
public sealed class Bookmark
{
    public long MemberId { get; init; }
    public long PostId { get; init; }
    public Instant At { get; init; }
}
