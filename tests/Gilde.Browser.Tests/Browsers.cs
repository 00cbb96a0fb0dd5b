using System.Text.RegularExpressions;
using Cookie = Microsoft.Playwright.Cookie;
using System.Collections.Concurrent;
using Gilde.Web.Accounts;
using Gilde.Web.Tests.Host;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Gilde.Browser.Tests.Browsers))]
[assembly: Gilde.Browser.Tests.ClosePages]

namespace Gilde.Browser.Tests;

/// <summary>What a journey runs on: the phone is the smallest that we promise.</summary>
public enum Screen { Phone, Desktop }

/// <summary>The system's Chromium, started once for all tests.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    internal static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = [];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Arguments });
    }

    /// <summary>A new, empty browser profile on a screen; with a member it is signed in.</summary>
    public Task<IPage> Open(GildeServer server, Screen screen, TestMember? member = null, string language = "de-DE", bool script = true, ColorScheme scheme = ColorScheme.Light) =>
        Open(server.Address, screen, member, language, script, scheme);

    public async Task<IPage> Open(Uri address, Screen screen, TestMember? member = null, string language = "de-DE", bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = language,
            TimezoneId = "Europe/Berlin",
            JavaScriptEnabled = script,
            ColorScheme = scheme,
            ViewportSize = screen == Screen.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 860 },
            HasTouch = screen == Screen.Phone,
            IsMobile = screen == Screen.Phone,
        });
        context.SetDefaultTimeout(30_000);
        if (TestContext.Current.Test is { } test) Opened.GetOrAdd(test.UniqueID, _ => []).Add(context);
        if (member is not null)
            await context.AddCookiesAsync([new Cookie { Name = Sessions.Cookie, Value = member.SessionToken, Url = address.ToString() }]);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

public static class SigningIn
{
    /// <summary>As a person does it, by address and password.</summary>
    public static async Task SignIn(this IPage page, string email, string password)
    {
        await page.GotoAsync("/signin");
        await page.FillAsync("input[name=email]", email);
        await page.FillAsync("input[name=password]", password);
        await page.PressAsync("input[name=password]", "Enter");
        await page.Arrives(new Regex("^(?!.*/signin)"));
    }
}

/// <summary>Closes what a test opened: a page that is left open goes on asking for its server, and a hundred of them take the machine.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosePagesAttribute : Xunit.v3.BeforeAfterTestAttribute
{
    public override void After(System.Reflection.MethodInfo methodUnderTest, Xunit.v3.IXunitTest test)
    {
        if (!Browsers.Opened.TryRemove(test.UniqueID, out var contexts)) return;
        // Off the test's own context, whose threads may all be waiting here.
        Task.Run(() => Task.WhenAll(contexts.Select(context => context.CloseAsync()))).Wait(TimeSpan.FromSeconds(20));
    }
}

/// <summary>Runs a journey on a phone and on a desktop.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothScreensAttribute : Xunit.v3.DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(System.Reflection.MethodInfo method, Xunit.Sdk.DisposalTracker tracker) =>
        new([new TheoryDataRow(Screen.Phone), new TheoryDataRow(Screen.Desktop)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
