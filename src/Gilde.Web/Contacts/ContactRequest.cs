namespace Gilde.Web.Contacts;

/// <summary>
/// The question for contact of one member to another; one row for each such pair, asked anew when asked again.
/// It is open until accepted, declined or withdrawn; the asker never learns of a decline.
/// </summary>
public sealed class ContactRequest
{
    public const int MaxReason = 500;
    /// <summary>For so long after a decline, asking again looks like asking and does nothing.</summary>
    public static readonly Duration QuietAfterDecline = Duration.FromDays(90);

    public long Id { get; private set; }
    public long FromId { get; init; }
    public long ToId { get; init; }
    public required string Reason { get; set; }
    public Instant At { get; set; }
    /// <summary>Asked by scanning the other's card: the two stand face to face.</summary>
    public bool InPerson { get; set; }
    public Instant? AcceptedAt { get; set; }
    /// <summary>Set when declined; the asker goes on seeing "asked".</summary>
    public Instant? DeclinedAt { get; set; }
    public Instant? WithdrawnAt { get; set; }

    /// <summary>What the asker sees as "asked": also one that was declined.</summary>
    public bool Stands => AcceptedAt is null && WithdrawnAt is null;

    public bool IsOpen => Stands && DeclinedAt is null;

    /// <summary>Asks again. True if the other is to be told: not while a decline is fresh, and not of what is open anyway.</summary>
    public bool AskAgain(string reason, bool inPerson, Instant now)
    {
        if (IsOpen)
        {
            InPerson |= inPerson;
            return false;
        }
        (Reason, At, InPerson, AcceptedAt, WithdrawnAt) = (reason, now, inPerson, null, null);
        if (DeclinedAt + QuietAfterDecline > now) return false;
        DeclinedAt = null;
        return true;
    }
}
