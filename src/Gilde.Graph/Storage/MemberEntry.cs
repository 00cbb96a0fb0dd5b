namespace Gilde.Graph;

/// <summary>A member in the table, in 8 bytes that are read and written at once: where their block is, how many open ties are in it, and flags.</summary>
/// <remarks>Bits 0–31 offset, 32–55 open ties, 56–58 <see cref="MemberFlags"/>, 59 the block has a header, 60 readers of older versions must look
/// into <see cref="OldEntries"/>, 61 (there alone) the block is that of the next entry too, 62 flags were set, 63 the header is the full one.</remarks>
readonly struct MemberEntry(ulong bits)
{
    public const int MostTies = (1 << 24) - 1;
    public const ulong OlderBit = 1ul << 60, SharedBit = 1ul << 61;

    const int LengthBit = 32, FlagsBit = 56;
    const ulong HeaderBit = 1ul << 59, SetBit = 1ul << 62, FullHeaderBit = 1ul << 63, FlagsMask = 7ul << FlagsBit;

    public ulong Bits => bits & ~(OlderBit | SharedBit);

    public uint Offset => (uint)bits;

    public int OpenTies => (int)(bits >> LengthBit) & MostTies;

    public MemberFlags Flags => (MemberFlags)((bits & FlagsMask) >> FlagsBit);

    public bool LetsContactsBeUsed => (bits & FlagsMask) == 0;

    public bool IsSuspended => (Flags & MemberFlags.Suspended) != 0;

    /// <summary>Whether the block holds more than open ties, and so begins with a header.</summary>
    public bool HasHeader => (bits & HeaderBit) != 0;

    public bool HasFullHeader => (bits & FullHeaderBit) != 0;

    public int HeaderBytes => HasFullHeader ? BlockLayout.FullHeaderBytes : HasHeader ? BlockLayout.HeaderBytes : 0;

    public bool SharesBlock => (bits & SharedBit) != 0;

    public bool IsBlank => Bits == 0;

    /// <summary>Whether there is such a member for others: one who was set, rather than only named by a contact, and is not suspended.</summary>
    public bool IsListed => (bits & SetBit) != 0 && !IsSuspended;

    public bool IsSet => (bits & SetBit) != 0;

    public MemberEntry MovedTo(uint offset) => new((Bits & ~(ulong)uint.MaxValue) | offset);

    /// <summary>Another block of the same member.</summary>
    public MemberEntry With(uint offset, BlockLayout layout) =>
        new((Bits & (FlagsMask | SetBit)) | offset | ((ulong)layout[Part.Open] << LengthBit) | (layout.HasHeader ? HeaderBit : 0) | (layout.HasFullHeader ? FullHeaderBit : 0));

    public MemberEntry AsSet(MemberFlags flags) => new((Bits & ~FlagsMask) | ((ulong)flags << FlagsBit) | SetBit);
}
