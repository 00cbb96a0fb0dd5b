using Gilde.Web.Events;

namespace Gilde.Web.Backups;

public static class BackupsSetup
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<ErasureLedger>();
        services.AddSingleton<IEventReader, ErasureLedgerReader>();
    }
}
