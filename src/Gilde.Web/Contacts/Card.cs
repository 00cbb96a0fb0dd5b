namespace Gilde.Web.Contacts;

public enum CardFieldKind { Email, Mobile, Phone, Address, Messenger, Birthday, Other }

/// <summary>One piece of a member's contact data; others see it only by a <see cref="CardRelease"/>.</summary>
public sealed class CardField
{
    public const int MaxValue = 500;
    public const int MaxLabel = 60;
    public const int MostPerMember = 30;

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

/// <summary>A field that the asker will release once the request is accepted; until then nobody sees it.</summary>
public sealed class CardOffer
{
    public long RequestId { get; init; }
    public long FieldId { get; init; }
}

/// <summary>The address behind the QR code of a member's card. Shown again and again, so stored as it is; a new one makes the old one worthless.</summary>
public sealed class CardLink
{
    public long MemberId { get; init; }
    public required string Token { get; set; }
    public Instant MadeAt { get; set; }
}
