using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Jobs;

namespace Gilde.Web.Imports;

public static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddScoped<StageImport>();
        services.AddScoped<ApplyImport>();
        services.AddScoped<FillProfile>();
        services.AddScoped<KeepPeople>();
        services.AddScoped<Acquaintances>();
        services.AddScoped<IJobHandler, ForgetImportJob>();
    }

    public static void MapImports(this WebApplication app)
    {
        app.MapMemberImport();
        app.MapAddressBook();
        app.MapAddressBookInvitations();
    }
}
