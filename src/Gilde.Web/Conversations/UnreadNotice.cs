namespace Gilde.Web.Conversations;

/// <summary>A mail about an unread conversation, due or sent. One a conversation until its member reads it.</summary>
public sealed class UnreadNotice
{
    public static readonly Duration Delay = Duration.FromMinutes(10);

    public long ConversationId { get; init; }
    public long MemberId { get; init; }
    public Instant DueAt { get; set; }
    public Instant? MailedAt { get; set; }
}
