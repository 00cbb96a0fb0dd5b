using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

/// <summary>How a member signs in: private, same id as their <see cref="Profiles.Member"/>. Password, passkeys and second factor are ASP.NET Core Identity's.</summary>
public sealed class Account : IdentityUser<long>
{
    public Instant CreatedAt { get; init; }
    /// <summary>Set while the operator has yet to approve the sign-up.</summary>
    public bool AwaitsApproval { get; set; }

    /// <summary>An account whose address nobody has confirmed yet.</summary>
    public static Account New(long memberId, EmailAddress email, string passwordHash, Instant now) => new()
    {
        Id = memberId,
        CreatedAt = now,
        UserName = email.Value,
        NormalizedUserName = email.Key,
        Email = email.Value,
        NormalizedEmail = email.Key,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };

    /// <summary>From now on the account is reached and signed in to by this address.</summary>
    public void MoveTo(EmailAddress email)
    {
        (UserName, NormalizedUserName, Email, NormalizedEmail) = (email.Value, email.Key, email.Value, email.Key);
        EmailConfirmed = true;
    }

    /// <summary>A new password, or none until one is set by mail; devices that were known by the old one are strangers again.</summary>
    public void SetPassword(string? hash)
    {
        PasswordHash = hash;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }
}

/// <summary>One signed-in device. The cookie holds a random token, the row its SHA-256.</summary>
public sealed class Session
{
    public long Id { get; private set; }
    public long AccountId { get; init; }
    public required byte[] TokenHash { get; init; }
    public Instant StartedAt { get; init; }
    public Instant SeenAt { get; set; }
    public Instant ExpiresAt { get; set; }
    public string Address { get; set; } = "";
    public string Device { get; init; } = "";
}

/// <summary>What a mail link is for.</summary>
public enum LinkPurpose { ConfirmAddress, RecoverPassword, ChangeAddress, Invitation, UndoAddressChange, UndoErasure }

/// <summary>A link sent by mail: random token, stored hashed, single use, expiring; opening it shows a page, only the POST acts.</summary>
public sealed class MailLink
{
    public long Id { get; private set; }
    public LinkPurpose Purpose { get; init; }
    public required byte[] TokenHash { get; init; }
    /// <summary>The account it belongs to; null for an invitation.</summary>
    public long? AccountId { get; init; }
    /// <summary>Where it was sent; for a change of address the new one.</summary>
    public required string Email { get; init; }
    /// <summary>Who invited.</summary>
    public long? InviterId { get; init; }
    /// <summary>For the confirmation of a sign-up: the invitation that it came by.</summary>
    public long? InvitationId { get; init; }
    /// <summary>For the confirmation of a sign-up: SHA-256 of the cookie of the browser that signed up. Another browser must know the password.</summary>
    public byte[]? BrowserHash { get; init; }
    public Instant SentAt { get; init; }
    public Instant ExpiresAt { get; init; }
    public Instant? UsedAt { get; set; }
    /// <summary>For an invitation: the member who joined by it.</summary>
    public long? UsedById { get; set; }
}

public enum AccountActivityKind
{
    SignedUp, SignedIn, SignInFailed, SignedOut, PasswordChanged, PasswordRecovered, AddressChanged, AddressChangeAsked, PasskeyAdded, PasskeyRemoved,
    SecondFactorOn, SecondFactorOff, RecoveryCodeUsed, RecoveryCodesRenewed, SessionRevoked, Suspended, Restored, Exported,
    AddressConfirmed, AddressChangeUndone, PasskeyUsed, SecondFactorFailed, NameChanged, ErasureAsked, ErasureUndone, RoleGranted, RoleRevoked, MemberInvited,
}

/// <summary>One line of the log that a member reads about their own account.</summary>
public sealed class AccountActivity
{
    public long Id { get; private set; }
    public long AccountId { get; init; }
    public AccountActivityKind Kind { get; init; }
    public Instant At { get; init; }
    public string Address { get; init; } = "";
    public string Device { get; init; } = "";
}

public enum MemberRole { Moderator, Operator }

/// <summary>A role given to a member, by whom and when.</summary>
public sealed class RoleGrant
{
    public long MemberId { get; init; }
    public MemberRole Role { get; init; }
    public long? ById { get; init; }
    public Instant At { get; init; }
}
