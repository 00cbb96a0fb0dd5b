namespace Gilde.Graph;

/// <summary>How close two people are, in the four coarse steps that may be shown. From cold to warm, so that steps compare by <c>&lt;</c>.</summary>
/// <seealso cref="TieStrength.WarmthOf(byte)"/>
public enum Warmth
{
    /// <summary>In contact, with little or no talk in both directions, or none for long.</summary>
    Acquainted,

    /// <summary>They have talked to and fro on some days, or met.</summary>
    Warm,

    /// <summary>They talk regularly.</summary>
    Close,

    /// <summary>They have talked on many days, and lately.</summary>
    VeryClose,
}
