namespace Gilde.Web.Web;

/// <summary>How light the pages are for a member: as their device says, or always one way.</summary>
public enum Theme { Device, Light, Dark }

public static class Themes
{
    public static string Code(this Theme theme) => theme switch
    {
        Theme.Device => "device",
        Theme.Light => "light",
        Theme.Dark => "dark",
    };

    public static Theme? Parse(string? code) => code switch
    {
        "device" => Theme.Device,
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => null,
    };

    /// <summary>What the style sheet goes by; nothing follows the device.</summary>
    public static string? Attribute(this Theme theme) => theme == Theme.Device ? null : theme.Code();
}
