namespace Gilde.Graph;

/// <summary>The parts of a member's block, in the order in which they stand.</summary>
enum Part
{
    /// <summary>Ties that neither side hides one by one: all that searches of third parties read.</summary>
    Open,

    /// <summary>Ties that at least one side hides.</summary>
    Hidden,

    /// <summary>Ties to somebody blocked or blocking, of use to nobody meanwhile.</summary>
    BarredOpen,

    /// <summary>The same, of ties that are hidden besides.</summary>
    BarredHidden,

    /// <summary>Whom the member blocks.</summary>
    Blocks,

    /// <summary>Who blocks the member.</summary>
    BlockedBy,
}

/// <summary>Where the parts of a block are: first all keys, each part sorted, then the strengths of the ties in the same order.</summary>
/// <remarks>
/// A block with parts other than <see cref="Part.Open"/> begins with a header: 4 bytes for the number of hidden ties if there are only these besides, otherwise the
/// lengths of all parts. Most blocks have none and take 5 bytes a tie.
/// </remarks>
unsafe struct BlockLayout
{
    public const int Parts = 6, TieParts = 4, HeaderBytes = 4, FullHeaderBytes = 24;

    fixed int lengths[Parts];

    public static BlockLayout Of(MemberEntry entry, byte* block)
    {
        var layout = new BlockLayout();
        layout.lengths[0] = entry.OpenTies;
        if (entry.HasFullHeader)
            for (var part = 1; part < Parts; part++) layout.lengths[part] = ((int*)block)[part];
        else if (entry.HasHeader)
            layout.lengths[(int)Part.Hidden] = *(int*)block;
        return layout;
    }

    public int this[Part part]
    {
        readonly get => lengths[(int)part];
        set => lengths[(int)part] = value;
    }

    public readonly bool HasHeader => Keys > lengths[0];

    public readonly bool HasFullHeader => Keys > lengths[0] + lengths[(int)Part.Hidden];

    readonly int Header => HasFullHeader ? FullHeaderBytes : HasHeader ? HeaderBytes : 0;

    public readonly int Keys => KeysBefore((Part)Parts);

    public readonly int Ties => KeysBefore(Part.Blocks);

    public readonly int Bytes => Header + (Keys * sizeof(uint)) + Ties;

    public readonly Span<uint> KeysOf(Part part, byte* block) => new((uint*)(block + Header) + KeysBefore(part), lengths[(int)part]);

    public readonly Span<byte> StrengthsOf(Part part, byte* block) =>
        part >= Part.Blocks ? [] : new(block + Header + (Keys * sizeof(uint)) + KeysBefore(part), lengths[(int)part]);

    public readonly void WriteHeader(byte* block)
    {
        if (HasFullHeader)
            for (var part = 0; part < Parts; part++) ((int*)block)[part] = lengths[part];
        else if (HasHeader)
            *(int*)block = lengths[(int)Part.Hidden];
    }

    readonly int KeysBefore(Part part)
    {
        var before = 0;
        for (var i = 0; i < (int)part; i++) before += lengths[i];
        return before;
    }
}
