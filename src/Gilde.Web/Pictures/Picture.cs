namespace Gilde.Web.Pictures;

/// <summary>What a picture belongs to; each purpose has its own <see cref="IPictureAccess"/> and <see cref="PictureShape"/>.</summary>
public enum PicturePurpose { Profile, Cover, Conversation, Post, Article, Group }

/// <summary>A picture that a member uploaded, re-encoded in the sizes of its purpose. Its files lie in a folder of a name that the server chose; it never changes.</summary>
public sealed class Picture
{
    public const int MaxAlternative = 500;

    public long Id { get; private set; }
    public long OwnerId { get; init; }
    public PicturePurpose Purpose { get; init; }
    /// <summary>What it belongs to beside its owner: the conversation.</summary>
    public long? ContextId { get; init; }
    /// <summary>Folder below the pictures' folder, such as <c>a3/a3f0…</c>.</summary>
    public required string Folder { get; init; }
    /// <summary>Of the largest size, in pixels.</summary>
    public int Width { get; init; }
    public int Height { get; init; }
    /// <summary>Of the largest size's file, hexadecimal.</summary>
    public required string Sha256 { get; init; }
    /// <summary>What the picture shows, in words, for those who do not see it.</summary>
    public string Alternative { get; set; } = "";
    public Instant CreatedAt { get; init; }
}
