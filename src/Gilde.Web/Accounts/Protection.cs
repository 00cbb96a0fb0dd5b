namespace Gilde.Web.Accounts;

/// <summary>How often somebody knocked in vain, by what they knocked with: an e-mail address, a network address, an account. Holds hashes, no addresses.</summary>
public sealed class DoorCounter
{
    public required string Key { get; init; }
    public int Failures { get; set; }
    public Instant LastAt { get; set; }
    /// <summary>Before this the door stays shut for the key.</summary>
    public Instant OpenAt { get; set; }
}

/// <summary>An authenticator app that belongs to an account.</summary>
public sealed class SecondFactor
{
    public long AccountId { get; init; }
    /// <summary>Base32, shared with the app.</summary>
    public required string Secret { get; init; }
    /// <summary>Set when the app has proven that it knows the secret; before that sign-in does not ask for it.</summary>
    public Instant? Since { get; set; }
    /// <summary>The newest time step of which a code was used: no code works twice.</summary>
    public long LastStep { get; set; }
}

/// <summary>A code on paper that stands in for the authenticator app, once.</summary>
public sealed class RecoveryCode
{
    public long Id { get; private set; }
    public long AccountId { get; init; }
    public required byte[] CodeHash { get; init; }
    public Instant? UsedAt { get; set; }
}

/// <summary>A member is kept out of the network, by whom and why; the member reads the reason at sign-in.</summary>
public sealed class Suspension
{
    public long MemberId { get; init; }
    /// <summary>Null when done on the command line.</summary>
    public long? ById { get; init; }
    public Instant At { get; init; }
    /// <summary>When it ends by itself; null while it holds until somebody lifts it.</summary>
    public Instant? Until { get; init; }
    public required string Reason { get; init; }
}
