namespace Gilde.Web.Moderation;

/// <summary>A first message that waits for a moderator.</summary>
public sealed record HeldRow
{
    public long MessageId { get; init; }
    public Instant At { get; init; }
    public required string Reason { get; init; }
    public required string Text { get; init; }
    public required string Sender { get; init; }
    public required string SenderHandle { get; init; }
    public required string Receiver { get; init; }
    /// <summary>How many other first messages the sender has written.</summary>
    public int Others { get; init; }
}
