namespace Gilde.Web.Formats;

/// <summary>How much of a vCard file is taken. What is beyond is reported and left out, never cut.</summary>
public sealed record VCardLimits
{
    public static readonly VCardLimits Default = new();

    public long Bytes { get; init; } = 32 * 1024 * 1024;

    public int Cards { get; init; } = 20_000;

    /// <summary>Characters of one line after unfolding, a picture included.</summary>
    public int Line { get; init; } = 4 * 1024 * 1024;

    public int Text { get; init; } = 10_000;

    /// <summary>Phone numbers, mail addresses and so on, of each.</summary>
    public int Entries { get; init; } = 50;

    public int Photo { get; init; } = 2 * 1024 * 1024;
}
