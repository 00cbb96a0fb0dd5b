using Gilde.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts;

public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddIdentityCore<Account>(o =>
        {
            o.Password.RequiredLength = 10;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.User.RequireUniqueEmail = true;
            o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        }).AddEntityFrameworkStores<GildeDb>();
    }
}
