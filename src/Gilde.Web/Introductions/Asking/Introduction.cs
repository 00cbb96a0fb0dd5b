namespace Gilde.Web.Introductions.Asking;

/// <summary>What came of an answer to an introduction.</summary>
public enum Answering
{
    Taken,
    /// <summary>The same answer was given before: nothing to do.</summary>
    Already,
    /// <summary>Another answer was given before.</summary>
    Otherwise,
    /// <summary>Withdrawn, over or never theirs.</summary>
    Gone,
}

/// <summary>
/// A member's request to be introduced to somebody. It goes from hand to hand along a route that was warm when it was asked for; at any time one holds it, or
/// nobody does. Whoever has answered, answered for good.
/// </summary>
/// <remarks>
/// What its requester sees rests on their own words, the two names as they stood, <see cref="Closure"/> and the clock alone. So a silent no, a block, a
/// deletion and no answer cannot look different: they write none of these.
/// </remarks>
public sealed class Introduction
{
    public const int MaxWish = 1_000, MaxWords = 500, MaxName = 100;
    public static readonly Duration Lifetime = Duration.FromDays(14);
    /// <summary>
    /// After it is over the names in it stand as long again, so that an erasure does not show at the moment when silence ends; then those of erased members go, at
    /// most 28 days after the erasure.
    /// </summary>
    public static readonly Duration NamesStand = Lifetime;

    private Introduction() { }

    public long Id { get; private set; }
    public long RequesterId { get; private set; }
    /// <summary>Null for somebody outside the network, and once the target has been erased.</summary>
    public long? TargetId { get; private set; }
    /// <summary>Somebody who is no member, as the requester describes them.</summary>
    public bool IsOutside { get; private set; }
    /// <summary>Whom the requester asked for, by the name of that day.</summary>
    public string TargetName { get; private set; } = "";
    /// <summary>The first on the way, likewise.</summary>
    public string FirstName { get; private set; } = "";
    /// <summary>What the requester wants and why, in their words.</summary>
    public string Wish { get; private set; } = "";
    public Instant AskedAt { get; private set; }
    public Instant ExpiresAt { get; private set; }
    /// <summary>Whose turn it is; nobody's once it is over or has silently stopped.</summary>
    public long? HolderId { get; private set; }
    /// <summary>How far it has come on its route, 1 at the first.</summary>
    public int Place { get; private set; }
    public List<IntroductionStop> Stops { get; private set; } = [];
    public List<IntroductionAnswer> Answers { get; private set; } = [];
    public IntroductionClosure? Closure { get; private set; }

    /// <param name="stops">The members of the route in their order, the target last.</param>
    public static Introduction Ask(long requester, IReadOnlyList<long> stops, string firstName, string targetName, string wish, Instant now) => new()
    {
        RequesterId = requester, TargetId = stops[^1], TargetName = targetName, FirstName = firstName, Wish = wish, AskedAt = now, ExpiresAt = now + Lifetime,
        HolderId = stops[0], Place = 1, Stops = [.. stops.Select((member, index) => new IntroductionStop { Place = index + 1, MemberId = member })],
    };

    /// <summary>To somebody outside, whom a contact may know.</summary>
    /// <param name="reaches">Whether the contact takes part in introductions; if not, it comes to nobody, and its requester does not learn why.</param>
    public static Introduction AskOutside(long requester, long first, bool reaches, string firstName, string targetName, string wish, Instant now) => new()
    {
        RequesterId = requester, IsOutside = true, TargetName = targetName, FirstName = firstName, Wish = wish, AskedAt = now, ExpiresAt = now + Lifetime,
        HolderId = reaches ? first : null, Place = reaches ? 1 : 0, Stops = [new IntroductionStop { Place = 1, MemberId = first }],
    };

    public bool IsAtTarget => !IsOutside && HolderId is not null && HolderId == TargetId;

    /// <summary>To the next on the route; with <paramref name="goesOn"/> false the way is no longer open, which its holder does not learn.</summary>
    public Answering PassOn(long by, string words, bool goesOn, Instant now)
    {
        if (Earlier(by, AnswerKind.Passed, now) is { } earlier) return earlier;
        if (IsOutside || IsAtTarget) return Answering.Gone;
        Answer(by, AnswerKind.Passed, words, now);
        if (!goesOn || Stops.SingleOrDefault(s => s.Place == Place + 1) is not { } next) return Answering.Taken;
        (HolderId, Place) = (next.MemberId, next.Place);
        return Answering.Taken;
    }

    /// <summary>No, without a word to anybody.</summary>
    public Answering Decline(long by, Instant now)
    {
        if (Earlier(by, AnswerKind.Declined, now) is { } earlier) return earlier;
        Answer(by, AnswerKind.Declined, "", now);
        return Answering.Taken;
    }

    /// <summary>"Write to them directly, mention me."</summary>
    public Answering Refer(long by, string words, Instant now)
    {
        if (Earlier(by, AnswerKind.Referred, now) is { } earlier) return earlier;
        if (IsOutside || IsAtTarget) return Answering.Gone;
        Answer(by, AnswerKind.Referred, words, now);
        Close(ClosureKind.Referred, now);
        return Answering.Taken;
    }

    /// <summary>Carried out of the network by a mail to its target.</summary>
    public Answering SendOut(long by, Instant now)
    {
        if (Earlier(by, AnswerKind.SentOut, now) is { } earlier) return earlier;
        if (!IsOutside) return Answering.Gone;
        Answer(by, AnswerKind.SentOut, "", now);
        return Answering.Taken;
    }

    /// <summary>The target says yes.</summary>
    public Answering Accept(long by, string words, Instant now)
    {
        if (Earlier(by, AnswerKind.Accepted, now) is { } earlier) return earlier;
        if (!IsAtTarget) return Answering.Gone;
        Answer(by, AnswerKind.Accepted, words, now);
        Close(ClosureKind.Arrived, now);
        return Answering.Taken;
    }

    /// <summary>The target outside the network says yes.</summary>
    public bool AcceptOutside(Instant now)
    {
        if (!IsOutside || !IsOpen(now)) return false;
        Close(ClosureKind.Arrived, now);
        return true;
    }

    public Answering Withdraw(Instant now)
    {
        if (Closure is { Kind: ClosureKind.Withdrawn }) return Answering.Already;
        if (Closure is { Kind: ClosureKind.Arrived or ClosureKind.Referred }) return Answering.Otherwise;
        if (!IsOpen(now)) return Answering.Gone;
        Close(ClosureKind.Withdrawn, now);
        ForgetOutside();
        return Answering.Taken;
    }

    /// <summary>Its time is over.</summary>
    public void Expire()
    {
        Close(ClosureKind.Expired, ExpiresAt);
        ForgetOutside();
    }

    /// <summary>What was said of somebody outside the network goes.</summary>
    private void ForgetOutside()
    {
        if (IsOutside) (TargetName, Wish) = ("", "");
    }

    public bool IsOpen(Instant now) => Closure is null && now < ExpiresAt;

    private Answering? Earlier(long by, AnswerKind kind, Instant now)
    {
        if (Answers.SingleOrDefault(a => a.MemberId == by) is { } earlier) return earlier.Kind == kind ? Answering.Already : Answering.Otherwise;
        return HolderId == by && IsOpen(now) ? null : Answering.Gone;
    }

    private void Answer(long by, AnswerKind kind, string words, Instant now)
    {
        Answers.Add(new IntroductionAnswer { Place = Place, MemberId = by, Kind = kind, Words = words, At = now });
        HolderId = null;
    }

    private void Close(ClosureKind kind, Instant at)
    {
        Closure = new IntroductionClosure { Kind = kind, At = at };
        HolderId = null;
    }
}
