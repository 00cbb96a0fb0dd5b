namespace Gilde.Web.Web;

/// <summary>The languages that every text of Gilde exists in.</summary>
public enum Language { German, English }

public static class Languages
{
    public static string Code(this Language language) => language == Language.German ? "de" : "en";

    public static Language? Parse(string? code) => code switch
    {
        "de" => Language.German,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>The first language of an Accept-Language header that Gilde speaks.</summary>
    public static Language? FromHeader(string? header)
    {
        if (string.IsNullOrEmpty(header)) return null;
        foreach (var part in header.Split(',').Take(20))
        {
            var code = part.Split(';')[0].Trim();
            if (code.StartsWith("de", StringComparison.OrdinalIgnoreCase)) return Language.German;
            if (code.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return Language.English;
        }
        return null;
    }
}
