using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Profiles.Export;

/// <summary>The forms in which a profile is given out, with the same content.</summary>
public enum ProfileFormat { Page, Resume, Markdown, VCard }

public static class ProfileFormats
{
    private static readonly (string Suffix, string MediaType, ProfileFormat Format)[] Known =
    [
        (".json", "application/json", ProfileFormat.Resume),
        (".md", "text/markdown", ProfileFormat.Markdown),
        (".vcf", "text/vcard", ProfileFormat.VCard),
    ];

    /// <summary>The handle and the format that its suffix asks for, else the one that the client likes best.</summary>
    public static (string Handle, ProfileFormat Format) Read(string handle, string? accept)
    {
        foreach (var (suffix, _, format) in Known)
            if (handle.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return (handle[..^suffix.Length], format);
        return (handle, Liked(accept));
    }

    private static ProfileFormat Liked(string? accept)
    {
        // Browsers begin with it; the rest is for programs.
        if (string.IsNullOrEmpty(accept) || accept == "text/html" || accept.StartsWith("text/html,", StringComparison.Ordinal)) return ProfileFormat.Page;
        if (!MediaTypeHeaderValue.TryParseList(accept.Split(',').Take(20).ToArray(), out var types)) return ProfileFormat.Page;
        var best = types.Where(t => t.Quality is not 0).OrderByDescending(t => t.Quality ?? 1).FirstOrDefault(t => t.MatchesMediaType("text/html") || Find(t) is not null);
        return best is null || best.MatchesMediaType("text/html") ? ProfileFormat.Page : Find(best)!.Value;
    }

    private static ProfileFormat? Find(MediaTypeHeaderValue type)
    {
        foreach (var (_, mediaType, format) in Known)
            if (type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)) return format;
        return null;
    }
}
