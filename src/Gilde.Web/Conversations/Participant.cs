namespace Gilde.Web.Conversations;

/// <summary>
/// One member's side of a conversation. They may read the messages from <see cref="SinceId"/> to <see cref="LastMessageId"/>:
/// whoever joins sees what comes from then on, whoever leaves what came until then.
/// </summary>
public sealed class Participant
{
    public long ConversationId { get; init; }
    public long MemberId { get; init; }
    public Instant JoinedAt { get; set; }
    public Instant? LeftAt { get; set; }
    public Instant? MutedAt { get; set; }
    /// <summary>Out of the list until something new comes.</summary>
    public Instant? PutAwayAt { get; set; }
    /// <summary>Oldest message the member may see; 0 for who was there from the beginning.</summary>
    public long SinceId { get; set; }
    /// <summary>Newest message the member may see. 0 while there is none: the conversation does not exist for them yet.</summary>
    public required long LastMessageId { get; set; }
    /// <summary>Newest message the member has seen.</summary>
    public long LastReadId { get; set; }
    /// <summary>Messages of others after <see cref="LastReadId"/>; kept so that lists and badges need no count.</summary>
    public int Unread { get; set; }

    public void Leave(Instant now)
    {
        LeftAt = now;
        Unread = 0;
    }

    /// <summary>Added again after leaving.</summary>
    public void Return(Instant now) => (JoinedAt, LeftAt, PutAwayAt, MutedAt) = (now, null, null, null);
}
