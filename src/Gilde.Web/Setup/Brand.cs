using System.Globalization;

namespace Gilde.Web.Setup;

/// <summary>The operator's colour: what may be chosen, and which text is readable on it.</summary>
public static class Brand
{
    /// <summary>Colours that look well by day and by night, offered at set-up.</summary>
    public static readonly IReadOnlyList<string> Palette = ["#1b5a4b", "#1f4e79", "#3b3f8f", "#6b2d5c", "#8c2f39", "#8a4b16", "#5b6b1f", "#44505c"];

    public static bool IsColor(string? text) => text is { Length: 7 } && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>White or black, whichever contrasts more (WCAG 2: at least 4.5 to 1 for every colour).</summary>
    public static string TextOn(string color) => Contrast(color, "#ffffff") >= Contrast(color, "#000000") ? "#ffffff" : "#000000";

    /// <summary>Whether words in this colour can be read on white; where not, pages take a darker shade and mails black.</summary>
    public static bool IsReadableOnPaper(string color) => Contrast(color, "#ffffff") >= 4.5;

    /// <summary>WCAG 2 contrast ratio, 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color) => 0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
