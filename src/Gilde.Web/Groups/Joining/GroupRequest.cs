namespace Gilde.Web.Groups.Joining;

/// <summary>A member asks to be let into a group. A no is silent: for who asked it goes on waiting.</summary>
public sealed class GroupRequest
{
    public const int MaxWords = 500;
    /// <summary>So long after a no the same question reaches nobody.</summary>
    public static readonly Duration Rest = Duration.FromDays(90);

    public long GroupId { get; init; }
    public long MemberId { get; init; }
    public string Words { get; set; } = "";
    /// <summary>Of the rules that the member accepted when asking.</summary>
    public int RulesVersion { get; set; }
    public Instant AskedAt { get; set; }
    public Instant? WithdrawnAt { get; set; }
    public Instant? DeclinedAt { get; set; }
    public long? DeclinedById { get; set; }

    /// <summary>Asked anew; what was declined a short while ago stays so.</summary>
    public void Ask(string words, int rulesVersion, Instant now)
    {
        (Words, RulesVersion, AskedAt, WithdrawnAt) = (words, rulesVersion, now, null);
        if (DeclinedAt + Rest < now) (DeclinedAt, DeclinedById) = (null, null);
    }

    public void Decline(long by, Instant now) => (DeclinedAt, DeclinedById) = (now, by);
}

/// <summary>A member was invited into a group by one who may. Goes with the inviter.</summary>
public sealed class GroupInvitation
{
    public const int MostADay = 50;
    /// <summary>So long after a no nobody invites the same person again.</summary>
    public static readonly Duration Rest = Duration.FromDays(90);

    public long GroupId { get; init; }
    public long MemberId { get; init; }
    public long ById { get; set; }
    public Instant At { get; set; }
    /// <summary>When the person said no; the moment of the invitation itself once it was taken back: the row stays, so that a day holds no more invitations for it.</summary>
    public Instant? DeclinedAt { get; set; }

    public void Decline(Instant now) => DeclinedAt = now;

    /// <returns>Whether the person is to hear of it: not where they said no a short while ago, nor twice a day from the same inviter.</returns>
    public bool Repeat(long by, Instant now)
    {
        if (DeclinedAt is { } no && no != At && no + Rest > now) return false;
        var isNew = by != ById || At + Duration.FromDays(1) < now;
        (ById, At, DeclinedAt) = (by, isNew ? now : At, null);
        return isNew;
    }
}

/// <summary>Keeps somebody who was removed from coming back.</summary>
public sealed class GroupBan
{
    public const int MaxReason = 500;

    public long GroupId { get; init; }
    public long MemberId { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    /// <summary>For the one who is kept out, in words they may read.</summary>
    public string Reason { get; init; } = "";
}
