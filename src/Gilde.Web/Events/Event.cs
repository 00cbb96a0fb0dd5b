namespace Gilde.Web.Events;

/// <summary>
/// One line of the event log: what happened, who did it, whom it concerns. Written in the transaction of the operation itself;
/// notifications, live updates, the graph and mail read it from a stored position.
/// </summary>
public sealed class Event
{
    public long Id { get; private set; }
    /// <summary>
    /// PostgreSQL: the id of the writing transaction, so that a reader never steps over one that commits late; SQLite (one writer): 0.
    /// Filled by the database.
    /// </summary>
    public long Transaction { get; private set; }
    public Instant At { get; init; }
    /// <summary>One of <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }
    public long? ActorId { get; init; }
    /// <summary>The member concerned, if it is one.</summary>
    public long? TargetId { get; init; }
    /// <summary>The row concerned: a conversation, a message, a request.</summary>
    public long? ObjectId { get; init; }
    public long? ParentId { get; init; }
}

/// <summary>How far a durable reader has come.</summary>
public sealed class EventPosition
{
    public required string Reader { get; init; }
    public long Transaction { get; set; }
    public long EventId { get; set; }
}

/// <summary>The kinds of event, with what target, object and parent mean.</summary>
public static class EventKinds
{
    /// <summary>A member became active. Target: the member.</summary>
    public const string MemberJoined = "member.joined";
    /// <summary>Profile, settings or picture changed. Target: the member.</summary>
    public const string MemberChanged = "member.changed";
    /// <summary>Suspended or restored. Target: the member.</summary>
    public const string MemberSuspended = "member.suspended";
    public const string MemberRestored = "member.restored";
    public const string MemberErased = "member.erased";
    /// <summary>Actor asks target. Object: the request.</summary>
    public const string ContactAsked = "contact.asked";
    /// <summary>Actor accepted, target had asked.</summary>
    public const string ContactMade = "contact.made";
    public const string ContactRemoved = "contact.removed";
    /// <summary>One side changed what the graph must know (hidden or not). Actor: owner; target: the other.</summary>
    public const string ContactChanged = "contact.changed";
    public const string Blocked = "member.blocked";
    public const string Unblocked = "member.unblocked";
    /// <summary>Object: the message; parent: the conversation.</summary>
    public const string MessageSent = "message.sent";
    /// <summary>Taken back by its sender or removed by a moderator. Object: the message; parent: the conversation.</summary>
    public const string MessageRemoved = "message.removed";
    /// <summary>Actor has read a conversation. Parent: the conversation.</summary>
    public const string ConversationRead = "conversation.read";
    /// <summary>Members or title changed. Parent: the conversation.</summary>
    public const string ConversationChanged = "conversation.changed";
    /// <summary>
    /// Contacts and exchanges came in by the thousand, without an event each: what is derived from them is built anew. Every member who
    /// came in has a <see cref="MemberJoined"/> besides.
    /// </summary>
    public const string NetworkImported = "network.imported";
    /// <summary>The strength of a tie is another than before. Actor: the lower id; target: the higher.</summary>
    public const string TieChanged = "tie.changed";
    /// <summary>Many ties have another strength than before.</summary>
    public const string TiesRebuilt = "ties.rebuilt";

    /// <summary>Actor asks to be introduced; it is target's turn now. Object: the introduction.</summary>
    public const string IntroductionAsked = "introduction.asked";
    /// <summary>Actor has passed it on; it is target's turn now. Object: the introduction.</summary>
    public const string IntroductionPassed = "introduction.passed";
    /// <summary>Actor has answered, and nobody else is to know: a silent no, or a way that is no longer open. Object: the introduction.</summary>
    public const string IntroductionSettled = "introduction.settled";
    /// <summary>Actor, who was asked for, has accepted; target had asked. Object: the introduction.</summary>
    public const string IntroductionArrived = "introduction.arrived";
    /// <summary>Actor, on the way, says that target, who had asked, may write to the one asked for directly. Object: the introduction.</summary>
    public const string IntroductionReferred = "introduction.referred";
    /// <summary>Actor takes back what they asked for; it was target's turn, if anybody's. Object: the introduction.</summary>
    public const string IntroductionWithdrawn = "introduction.withdrawn";
    /// <summary>Its time is over. Target: who had asked; object: the introduction.</summary>
    public const string IntroductionExpired = "introduction.expired";
    /// <summary>Actor, who had asked, thanks target, who was on the way. Object: the introduction.</summary>
    public const string IntroductionThanked = "introduction.thanked";
    /// <summary>One arrived over the contact of these two. Actor: the lower id; target: the higher; object: the introduction.</summary>
    public const string IntroductionKept = "introduction.kept";

    /// <summary>Actor says something. Object: the post; parent: the group it stands in; target: whose post is shared, if one is.</summary>
    public const string PostPublished = "post.published";
    /// <summary>Words, audience, pin, lock or group changed. Object: the post; parent: the group.</summary>
    public const string PostChanged = "post.changed";
    /// <summary>Removed by its author or a moderator, or hidden. Object: the post; parent: the group.</summary>
    public const string PostRemoved = "post.removed";
    /// <summary>Actor reacts to a post, or changes how. Target: its author; object: the post.</summary>
    public const string PostReacted = "post.reacted";
    /// <summary>Actor takes a reaction back. Target: the author; object: the post.</summary>
    public const string PostUnreacted = "post.unreacted";
    /// <summary>Somebody voted; who, stays with the vote. Object: the post.</summary>
    public const string PollVoted = "poll.voted";
    /// <summary>A poll has come to its end. Target: the author; object: the post.</summary>
    public const string PollClosed = "poll.closed";
    /// <summary>Actor comments. Target: whom they answer (the post's author, or who wrote the comment above); object: the comment; parent: the post.</summary>
    public const string CommentWritten = "comment.written";
    /// <summary>Edited, removed or hidden. Object: the comment; parent: the post.</summary>
    public const string CommentChanged = "comment.changed";
    /// <summary>Actor reacts to a comment. Target: who wrote it; object: the comment; parent: the post.</summary>
    public const string CommentReacted = "comment.reacted";
    /// <summary>Actor names target with @handle. Object: the post; parent: the comment, if it was in one.</summary>
    public const string Mentioned = "talk.mentioned";
    /// <summary>Actor follows target. No consent was asked.</summary>
    public const string MemberFollowed = "member.followed";

    /// <summary>Actor founds a group. Object: the group.</summary>
    public const string GroupFounded = "group.founded";
    /// <summary>Actor has become a member. Target: who let them in or had invited them, if anybody; object: the group.</summary>
    public const string GroupJoined = "group.joined";
    /// <summary>Actor asks to be let in; its owners and moderators decide. Object: the group.</summary>
    public const string GroupAsked = "group.asked";
    /// <summary>Actor, who runs the group, lets target in, who had asked. Object: the group.</summary>
    public const string GroupLetIn = "group.letin";
    /// <summary>Actor invites target. Object: the group.</summary>
    public const string GroupInvited = "group.invited";
    /// <summary>Actor has left, or has removed target. Object: the group.</summary>
    public const string GroupLeft = "group.left";
    /// <summary>Target has another role; actor gave it, or nobody did where an owner was erased. Object: the group.</summary>
    public const string GroupRoleChanged = "group.role";
    /// <summary>What the group says of itself, who gets in or whether it is archived is another than before. Object: the group.</summary>
    public const string GroupChanged = "group.changed";
    /// <summary>There are new rules, which every member accepts before they write again. Object: the group.</summary>
    public const string GroupRulesChanged = "group.rules";
    /// <summary>Actor brings a file, or a new version of one. Object: the file; parent: the group.</summary>
    public const string GroupFileKept = "group.file";
    /// <summary>Actor brings a link. Object: the link; parent: the group.</summary>
    public const string GroupLinkKept = "group.link";
    /// <summary>Actor's post waits for somebody who runs the group. Object: the post; parent: the group.</summary>
    public const string PostHeld = "post.held";
    /// <summary>Actor, who runs the group, lets target's held post through. Object: the post; parent: the group.</summary>
    public const string PostReleased = "post.released";
    /// <summary>Actor, who runs the group, does not let target's held post through; why stands with it. Object: the post; parent: the group.</summary>
    public const string PostDeclined = "post.declined";
    /// <summary>It is gone with its last member, and all that was said in it. Object: the group.</summary>
    public const string GroupDeleted = "group.deleted";

    /// <summary>Target has something new in their notifications.</summary>
    public const string Notified = "notifications.new";
    /// <summary>Actor has read some of their notifications, or all.</summary>
    public const string NotificationsRead = "notifications.read";
}
