namespace Gilde.Web.Conversations;

/// <summary>The one message that a member may write to somebody who is no contact, until that person answers.</summary>
public sealed class FirstMessage
{
    public const int MaxText = 500;
    public const int MaxReason = 120;

    public long MessageId { get; init; }
    public long FromId { get; init; }
    public long ToId { get; init; }
    /// <summary>Why the sender writes, in their words.</summary>
    public required string Reason { get; init; }
    public Instant SentAt { get; init; }
}

/// <summary>What a moderator decided about a first message that was held.</summary>
public sealed class HeldDecision
{
    public long MessageId { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    /// <summary>Delivered; else dropped, which the sender does not learn.</summary>
    public bool Released { get; init; }
}
