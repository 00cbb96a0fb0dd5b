namespace Gilde.Web.Pictures;

/// <summary>One file of a picture: its size in pixels and its format.</summary>
public sealed record Rendition(PictureSize Size, int Width, int Height, string Extension = "webp")
{
    public string FileName => $"{Size.ToString().ToLowerInvariant()}.{Extension}";
    public string MediaType => Extension == "jpg" ? "image/jpeg" : "image/webp";
}

/// <summary>How pictures of a purpose are kept.</summary>
/// <param name="Cropped">Cut to the exact size around what catches the eye; else shrunk to fit into it.</param>
public sealed record PictureShape(bool Cropped, IReadOnlyList<Rendition> Renditions)
{
    private static readonly PictureShape Profile = new(true,
        [new(PictureSize.Large, 512, 512), new(PictureSize.Medium, 256, 256), new(PictureSize.Small, 128, 128), new(PictureSize.Card, 256, 256, "jpg")]);
    private static readonly PictureShape Cover = new(true, [new(PictureSize.Large, 1600, 400), new(PictureSize.Medium, 800, 200)]);
    private static readonly PictureShape Conversation = new(false, [new(PictureSize.Large, 1920, 1920), new(PictureSize.Medium, 960, 960), new(PictureSize.Small, 320, 320)]);

    private static readonly PictureShape Post = new(false, [new(PictureSize.Large, 2048, 2048), new(PictureSize.Medium, 960, 960), new(PictureSize.Small, 480, 480)]);
    private static readonly PictureShape Article = new(true, [new(PictureSize.Large, 1600, 700), new(PictureSize.Medium, 800, 350), new(PictureSize.Small, 320, 140)]);

    public Rendition Largest => Renditions[0];
    /// <summary>Without a size in the address: as lists show it.</summary>
    public PictureSize Usual => Cropped ? Renditions.Min(r => r.Size) : PictureSize.Medium;

    public Rendition? Of(PictureSize size) => Renditions.FirstOrDefault(r => r.Size == size);

    public static PictureShape For(PicturePurpose purpose) => purpose switch
    {
        PicturePurpose.Profile => Profile,
        PicturePurpose.Cover => Cover,
        PicturePurpose.Conversation => Conversation,
        PicturePurpose.Post => Post,
        PicturePurpose.Article => Article,
        PicturePurpose.Group => Profile,
    };
}
