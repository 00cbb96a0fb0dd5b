using NodaTime;

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
    /// <summary>Set when both confirmed that they met in person.</summary>
    public Instant? MetAt { get; set; }
    /// <summary>The owner hides this contact: used and shown for introductions by nobody else.</summary>
    public bool Hidden { get; set; }
}

public enum CardFieldKind { Email, Mobile, Phone, Address, Messenger, Birthday, Other }

/// <summary>One piece of a member's contact data; others see it only by a <see cref="CardRelease"/>.</summary>
public sealed class CardField
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public CardFieldKind Kind { get; init; }
    public string Label { get; set; } = "";
    public required string Value { get; set; }
    /// <summary>Ticked beforehand when the member exchanges cards.</summary>
    public bool ByDefault { get; set; }
}

/// <summary>A field of the owner's contact data that one contact gets; deleting the row takes it back.</summary>
public sealed class CardRelease
{
    public long FieldId { get; init; }
    public long ToId { get; init; }
    public Instant At { get; init; }
}

/// <summary>A member wants no dealings with another; neither sees the other from then on.</summary>
public sealed class Block
{
    public long MemberId { get; init; }
    public long BlockedId { get; init; }
    public Instant At { get; init; }
}

/// <summary>An open question for contact; answered ones become contacts or vanish from the asker's view as if unanswered.</summary>
public sealed class ContactRequest
{
    public long Id { get; private set; }
    public long FromId { get; init; }
    public long ToId { get; init; }
    public required string Reason { get; init; }
    public Instant At { get; init; }
    /// <summary>Asked by scanning the other's card: the two stand face to face.</summary>
    public bool InPerson { get; init; }
    /// <summary>Set when declined; the asker goes on seeing "asked".</summary>
    public Instant? DeclinedAt { get; set; }
}
