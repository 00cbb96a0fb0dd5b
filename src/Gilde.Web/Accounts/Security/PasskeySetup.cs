using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Security;

internal static class PasskeySetup
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddSingleton<PasskeyState>();
        services.AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Settings>((options, settings) =>
        {
            // The device checks finger, face or code: a passkey is two factors in one, and nothing need be typed.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            if (settings.Address.Host != "localhost") options.ServerDomain = settings.Address.Host;
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context.Origin, context.HttpContext.Request, settings));
        });
    }

    /// <summary>The public address, or the one the request came to: a proxy in front may speak HTTPS for us.</summary>
    private static bool IsOurs(string origin, HttpRequest request, Settings settings) =>
        origin == settings.Address.GetLeftPart(UriPartial.Authority) || (settings.Address.Host == "localhost" && origin == $"{request.Scheme}://{request.Host}");
}
