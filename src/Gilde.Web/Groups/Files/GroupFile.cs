namespace Gilde.Web.Groups.Files;

/// <summary>A file that a group keeps, in all its versions.</summary>
public sealed class GroupFile
{
    public const int MaxName = 150;
    public const int Most = 2_000;
    /// <summary>Of one group, all versions of its files together.</summary>
    public const long MostBytes = 2L << 30;

    public long Id { get; private set; }
    public long GroupId { get; init; }
    public required string Name { get; init; }
    /// <summary>The name folded: what the search compares.</summary>
    public required string Words { get; init; }
    /// <summary>Who brought the first version; null once they are erased and others have added versions.</summary>
    public long? ById { get; set; }
    /// <summary>The newest.</summary>
    public int Version { get; set; }
    public Instant ChangedAt { get; set; }
}

/// <summary>One version of a file, as it was uploaded. What it is called on the disk the server chose.</summary>
public sealed class GroupFileVersion
{
    public const int Most = 100;

    public long FileId { get; init; }
    public int Version { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
    public long Size { get; init; }
    /// <summary>Hexadecimal.</summary>
    public required string Sha256 { get; init; }
    /// <summary>Below the folder of groups' files, such as <c>a3/a3f0…</c>.</summary>
    public required string Path { get; init; }
}
