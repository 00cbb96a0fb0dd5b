namespace Gilde.Graph;

/// <summary>One member with their ties and blocks at one moment. Never changed, only replaced.</summary>
/// <remarks>Hidden ties lie in a list of their own that searches of third parties never read, so they cannot change an answer or its time.</remarks>
sealed record MemberNode(long Id)
{
    public MemberFlags Flags { get; init; }

    /// <summary>Ties that neither side hides one by one.</summary>
    public TieList Open { get; init; } = TieList.Empty;

    /// <summary>Ties that at least one side hides.</summary>
    public TieList Hidden { get; init; } = TieList.Empty;

    public int[] Blocks { get; init; } = [];

    public int[] BlockedBy { get; init; } = [];

    public bool IsSuspended => (Flags & MemberFlags.Suspended) != 0;

    public bool LetsContactsBeUsed => Flags == MemberFlags.None;

    public bool IsBlank => LetsContactsBeUsed && Open.Slots.Length + Hidden.Slots.Length + Blocks.Length + BlockedBy.Length == 0;

    public bool Bars(int slot) => Blocks.Holds(slot) || BlockedBy.Holds(slot);

    public bool HasTie(int slot) => Open.StrengthTo(slot) != 0 || Hidden.StrengthTo(slot) != 0;

    public bool HasTie(int slot, byte strength, bool hidden) => (hidden ? Hidden : Open).StrengthTo(slot) == strength;

    public MemberNode WithTie(int slot, byte strength, bool hidden) => hidden
        ? this with { Open = Open.Without(slot), Hidden = Hidden.With(slot, strength) }
        : this with { Open = Open.With(slot, strength), Hidden = Hidden.Without(slot) };

    public MemberNode WithoutTie(int slot) => this with { Open = Open.Without(slot), Hidden = Hidden.Without(slot) };
}
