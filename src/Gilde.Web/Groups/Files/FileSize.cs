namespace Gilde.Web.Groups.Files;

public static class FileSize
{
    /// <summary>A size as people say it: 12 KB, 3.4 MB.</summary>
    public static string In(Texts t, long bytes) => bytes switch
    {
        < 1_000 => string.Create(t.Culture, $"{bytes} B"),
        < 1_000_000 => string.Create(t.Culture, $"{bytes / 1_000.0:N0} KB"),
        _ => string.Create(t.Culture, $"{bytes / 1_000_000.0:N1} MB"),
    };
}
