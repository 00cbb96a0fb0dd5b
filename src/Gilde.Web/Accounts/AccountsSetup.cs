using Gilde.Web.Data;
using Gilde.Web.Jobs;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AccountLetters>();
        services.AddScoped<Door>();
        services.AddScoped<Entrance>();
        services.AddScoped<Joining>();
        services.AddScoped<SignUp>();
        services.AddScoped<ConfirmAddress>();
        services.AddScoped<SignIn>();
        services.AddScoped<IJobHandler, SignUpJob>();
        services.AddIdentityCore<Account>(o =>
        {
            o.User.RequireUniqueEmail = true;
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<GildeDb>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        SignUpEndpoints.Map(app);
        SignInEndpoints.Map(app);
    }
}
