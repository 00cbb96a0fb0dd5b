namespace Gilde.Web.Posts.Polls;

/// <summary>A question with options under a post. Who chose what nobody sees; the counts see those who have voted, and all once it is closed.</summary>
public sealed class Poll
{
    public const int MinOptions = 2;
    public const int MaxOptions = 8;
    public const int MaxOption = 100;

    public long PostId { get; init; }
    public Instant ClosesAt { get; set; }
    /// <summary>Several options may be chosen.</summary>
    public bool IsMultiple { get; init; }
    /// <summary>Members who have voted.</summary>
    public int Voters { get; set; }
}

public sealed class PollOption
{
    public long Id { get; private set; }
    public long PostId { get; init; }
    public int Rank { get; init; }
    public required string Text { get; init; }
    public int Votes { get; set; }
}

public sealed class PollVote
{
    public long PostId { get; init; }
    public long MemberId { get; init; }
    public long OptionId { get; init; }
    public Instant At { get; init; }
}
