using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>Looks at the pages of a journey: each must be sound; into the folder GILDE_SCREENSHOTS, where that is set, goes a picture of it.</summary>
public sealed class Pictures(string look)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GILDE_SCREENSHOTS");
    private int number;

    public Screen Screen => look.StartsWith("phone", StringComparison.Ordinal) ? Screen.Phone : Screen.Desktop;
    public ColorScheme Scheme => look.Contains("dark", StringComparison.Ordinal) ? ColorScheme.Dark : ColorScheme.Light;
    public bool German => look.Split('-').Contains("de");
    public string Locale => German ? "de-DE" : "en-GB";

    public async Task Take(IPage page, string name)
    {
        number++;
        if (Folder is not null)
        {
            Directory.CreateDirectory(Folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{look}-{number:00}-{name}.png"), Animations = ScreenshotAnimations.Disabled, FullPage = true });
        }
        var faults = await page.Faults();
        Assert.True(faults.Count == 0, $"{name}: {string.Join('\n', faults)}");
    }
}
