namespace Gilde.Web.Moderation;

/// <summary>What can be reported. New ones are added at the end: the number is stored.</summary>
public enum CaseKind { Message, Post, Comment, Group, Member }

/// <summary>Everything about one thing that was reported, or that a moderator acted on by themselves: its reports are decided together. A thing has one open case at a time.</summary>
public sealed class Case
{
    public long Id { get; private set; }
    public CaseKind Kind { get; init; }
    /// <summary>The message, post, comment, group or member.</summary>
    public long ObjectId { get; init; }
    /// <summary>The person concerned: who wrote it, or is it. Null for a group, whose owners are concerned, and once that member is erased.</summary>
    public long? AuthorId { get; init; }
    public Instant OpenedAt { get; init; }
    /// <summary>How many have reported it.</summary>
    public int Reports { get; set; }
    /// <summary>The decision that holds; null while the case is open.</summary>
    public long? DecisionId { get; set; }
}
