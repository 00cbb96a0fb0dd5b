namespace Gilde.Web.Pictures;

public static class PictureWords
{
    /// <summary>Why a picture was not taken and what to do about it.</summary>
    public static string Why(PictureRefusal refusal, Texts t) => refusal switch
    {
        PictureRefusal.NoTool => NoTool(t),
        PictureRefusal.Empty => t["Please choose a picture."],
        PictureRefusal.TooLarge => t["The picture is larger than {0} MB.", StorePicture.MaxBytes >> 20],
        PictureRefusal.WrongType => t["Please choose a JPEG, PNG, WebP or GIF picture."],
        PictureRefusal.TooManyPixels => t["The picture has more than {0} million pixels. Please make it smaller.", StorePicture.MaxPixels / 1_000_000],
        PictureRefusal.Damaged => t["The picture cannot be read; the file seems to be damaged."],
    };

    public static string NoTool(Texts t) => t["This server cannot take pictures yet: it lacks the program vips. The operator can install the package libvips-tools."];
}
