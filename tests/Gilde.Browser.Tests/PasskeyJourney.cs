using System.Text.Json;
using System.Text.RegularExpressions;
using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Host;
using Gilde.Web.Web;
using Microsoft.Playwright;

namespace Gilde.Browser.Tests;

/// <summary>Passkeys as Chromium speaks them, with a security chip of software: added, used instead of a password, removed.</summary>
public class PasskeyJourney(Servers servers, Browsers browsers)
{
    [Theory, BothScreens]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_is_removed(Screen screen)
    {
        var (person, page) = await SignedIn(screen);
        var device = await Authenticator.In(page);
        // Only by the button: the other journey signs in by what the address field offers.
        await page.AddInitScriptAsync("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        await page.GotoAsync("/settings/security");
        await page.Locator("#passkeys details summary", new() { HasText = "Passkey hinzufügen" }).ClickAsync();
        await page.IsSound();
        await page.FillAsync("#passkeys input[name=name]", "Mein Telefon");
        await page.FillAsync("#passkey-password", "geraten");
        await page.Locator("#passkeys form[data-passkey] button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys [data-passkey-error]")).ToHaveTextAsync("Das ist nicht Ihr Passwort.");
        Assert.Equal(0, await device.Credentials());
        await page.IsSound();
        await page.FillAsync("#passkey-password", person.Password);
        await page.Locator("#passkeys form[data-passkey] button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys .row")).ToContainTextAsync("Mein Telefon");
        Assert.Equal(1, await device.Credentials());
        await page.IsSound();

        await SignOut(page);
        await page.GotoAsync("/signin");
        await page.IsSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mit Passkey anmelden" }).ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToBeVisibleAsync();
        await page.GotoAsync("/settings/activity");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Mit Passkey angemeldet");

        await page.GotoAsync("/settings/security");
        await page.Locator("#passkeys .row").GetByRole(AriaRole.Button, new() { Name = "Entfernen" }).ClickAsync();
        await page.Locator("#confirm button[value=yes]").ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys .row")).ToHaveCountAsync(0);

        await SignOut(page);
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mit Passkey anmelden" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("öffnet hier kein Konto");
        await page.IsSound();
    }

    [Theory, BothScreens]
    public async Task A_passkey_offered_in_the_address_field_signs_in_without_a_click(Screen screen)
    {
        var (person, page) = await SignedIn(screen);
        await Authenticator.In(page);
        await page.GotoAsync("/settings/security");
        await page.Locator("#passkeys details summary", new() { HasText = "Passkey hinzufügen" }).ClickAsync();
        await page.FillAsync("#passkeys input[name=name]", "Mein Telefon");
        await page.FillAsync("#passkey-password", person.Password);
        await page.Locator("#passkeys form[data-passkey] button.btn-primary").ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys .row")).ToContainTextAsync("Mein Telefon");
        // Signing out would lead to a page that offers it too.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/signin?next=/contacts");
        await page.Arrives("**/contacts");
    }

    private async Task<(Person, IPage)> SignedIn(Screen screen)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var person = await new Person(server, language: Language.German).Join();
        var page = await browsers.Open(server, screen);
        await page.SignIn(person.Email, person.Password);
        return (person, page);
    }

    private static async Task SignOut(IPage page)
    {
        await page.Locator("details.account summary").ClickAsync();
        await page.Locator("form[action='/signout'] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("details.account")).ToHaveCountAsync(0);
    }

    /// <summary>A device that holds passkeys and whose owner puts the finger on it at once.</summary>
    private sealed class Authenticator(ICDPSession browser, string id)
    {
        public static async Task<Authenticator> In(IPage page)
        {
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("WebAuthn.enable", new() { ["enableUI"] = false });
            var added = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
                },
            });
            return new(browser, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public async Task<int> Credentials() =>
            (await browser.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();
    }
}
