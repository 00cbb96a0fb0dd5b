namespace Gilde.Web.Introductions.Asking;

/// <summary>One of those on the way of an introduction; the last is its target. Who else is on it, none of them learns.</summary>
public sealed class IntroductionStop
{
    public long IntroductionId { get; init; }
    /// <summary>1 for the first.</summary>
    public int Place { get; init; }
    public long MemberId { get; init; }
}

public enum AnswerKind { Passed, Declined, Referred, Accepted, SentOut }

/// <summary>What one on the way did with an introduction: one answer each.</summary>
public sealed class IntroductionAnswer
{
    public long IntroductionId { get; init; }
    public int Place { get; init; }
    public long MemberId { get; init; }
    public AnswerKind Kind { get; init; }
    /// <summary>Added to the requester's words; may be empty.</summary>
    public string Words { get; init; } = "";
    public Instant At { get; init; }
}

public enum ClosureKind { Arrived, Referred, Withdrawn, Expired }

/// <summary>An introduction is over, as its requester knows too.</summary>
public sealed class IntroductionClosure
{
    public long IntroductionId { get; init; }
    public ClosureKind Kind { get; init; }
    public Instant At { get; init; }
}

/// <summary>The requester's thanks to all on the way.</summary>
public sealed class IntroductionThanks
{
    public long IntroductionId { get; init; }
    public required string Words { get; init; }
    public Instant At { get; init; }
}

/// <summary>An introduction arrived over the contact of these two, low id first: a sign of how well they know each other.</summary>
public sealed class KeptIntroduction
{
    public long LowId { get; init; }
    public long HighId { get; init; }
    public long IntroductionId { get; init; }
    public Instant KeptAt { get; init; }
}

/// <summary>The mail that carries an introduction to somebody outside the network. Its address is in the mail alone; gone once it is refused or over.</summary>
public sealed class IntroductionLetter
{
    public long IntroductionId { get; init; }
    public long SenderId { get; init; }
    public required byte[] TokenHash { get; init; }
    /// <summary>How the sender calls the receiver.</summary>
    public required string Name { get; init; }
    /// <summary>The sender's own words.</summary>
    public required string Words { get; init; }
    public Instant SentAt { get; init; }
}

/// <summary>Somebody outside the network said yes: how the requester reaches them, in their own words.</summary>
public sealed class IntroductionReply
{
    public long IntroductionId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Words { get; init; }
    public Instant At { get; init; }
}
