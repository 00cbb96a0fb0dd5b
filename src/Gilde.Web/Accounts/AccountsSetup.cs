using Gilde.Web.Accounts.Invitations;
using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Accounts.Preferences;
using Gilde.Web.Accounts.Recovery;
using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>().AddSingleton<KnownDevices>().AddSingleton<SecondStep>();
        services.AddSingleton<Passwords>().AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<AccountLetters>().AddSingleton<SecurityLetters>().AddSingleton<AddressLetters>();
        services.AddScoped<Door>().AddScoped<Entrance>().AddScoped<EntranceCheck>().AddScoped<OwnerCheck>().AddScoped<Joining>();
        services.AddScoped<SignUp>().AddScoped<MakeAccount>().AddScoped<JoinByInvitation>().AddScoped<ConfirmAddress>().AddScoped<SignIn>().AddScoped<RecoverPassword>();
        services.AddScoped<SecondFactors>().AddScoped<SecurityOverview>().AddScoped<ChangePassword>().AddScoped<AskAddressChange>().AddScoped<MoveAddress>();
        services.AddScoped<IJobHandler, SignUpJob>().AddScoped<IJobHandler, RecoveryJob>().AddScoped<IJobHandler, AddressChangeJob>();
        services.AddSingleton<InvitationLetters>().AddScoped<InviteMember>().AddScoped<IJobHandler, InvitationJob>();
        services.AddPasskeys();
        services.AddLeaving();
        services.AddIdentityCore<Account>(o =>
        {
            // Names are e-mail addresses, which EmailAddress checks.
            o.User.AllowedUserNameCharacters = "";
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<GildeDb>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        SignUpEndpoints.Map(app);
        SignInEndpoints.Map(app);
        CodeEndpoints.Map(app);
        PasskeyEndpoints.Map(app);
        RecoveryEndpoints.Map(app);
        AccountEndpoints.Map(app);
        DisplayEndpoints.Map(app);
        AddressEndpoints.Map(app);
        SecurityEndpoints.Map(app);
        ActivityEndpoints.Map(app);
        InvitationEndpoints.Map(app);
        LeavingEndpoints.Map(app);
    }
}
