using Gilde.Graph;

namespace Gilde.Web.Contacts;

/// <summary>
/// One side of a contact by mutual consent: what <see cref="OwnerId"/> keeps about <see cref="OtherId"/>. A contact is always two rows, one a side.
/// </summary>
public sealed class Contact
{
    private Contact() { }

    public Contact(long ownerId, long otherId, Instant since)
    {
        OwnerId = ownerId;
        OtherId = otherId;
        Since = since;
    }

    public long OwnerId { get; private set; }
    public long OtherId { get; private set; }
    public Instant Since { get; private set; }
    /// <summary>Private to the owner.</summary>
    public string Note { get; set; } = "";
    /// <summary>Private to the owner.</summary>
    public string HowMet { get; set; } = "";
    /// <summary>Set when both confirmed that they met in person; the latest such meeting.</summary>
    public Instant? MetAt { get; set; }
    /// <summary>The owner says that the two have met; waits for the other to say so too.</summary>
    public Instant? SaysMetAt { get; set; }
    /// <summary>How well the owner says that they know the other. Private to the owner; moves the tie by whole steps.</summary>
    public PrivateWord Word { get; set; }
    /// <summary>The owner hides this contact: used and shown for introductions by nobody else.</summary>
    public bool Hidden { get; set; }
}

/// <summary>A word of the owner's own for a contact, to find groups of people again. Private to the owner.</summary>
public sealed class ContactTag
{
    public const int MaxLength = 40;
    public const int MostPerContact = 20;

    public long OwnerId { get; init; }
    public long OtherId { get; init; }
    public required string Tag { get; init; }
}

/// <summary>A member wants no dealings with another; neither sees the other from then on.</summary>
public sealed class Block
{
    public long MemberId { get; init; }
    public long BlockedId { get; init; }
    public Instant At { get; init; }
}
