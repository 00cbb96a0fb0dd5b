namespace Gilde.Web.Follows;

/// <summary>Reads what another member says to everybody, without their consent being asked.</summary>
public sealed class MemberFollow
{
    public long FollowerId { get; init; }
    public long FollowedId { get; init; }
    public Instant At { get; init; }
}

/// <summary>Reads what is said under a hashtag.</summary>
public sealed class TagFollow
{
    public long MemberId { get; init; }
    public long TagId { get; init; }
    public Instant At { get; init; }
}

/// <summary>Reads the posts of an open group without belonging to it.</summary>
public sealed class GroupFollow
{
    public long MemberId { get; init; }
    public long GroupId { get; init; }
    public Instant At { get; init; }
}

/// <summary>A member wants to hear nothing of another, who does not learn of it: no post, comment, reaction, recommendation or notification, nor their part in a count.</summary>
public sealed class Mute
{
    public long MemberId { get; init; }
    public long MutedId { get; init; }
    public Instant At { get; init; }
}
