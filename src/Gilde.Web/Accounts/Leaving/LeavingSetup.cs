using Gilde.Web.Jobs;

namespace Gilde.Web.Accounts.Leaving;

internal static class LeavingSetup
{
    public static void AddLeaving(this IServiceCollection services)
    {
        services.AddSingleton<LeavingLetters>().AddSingleton<ExportFolder>().AddSingleton<ArchiveFormats>();
        services.AddScoped<RequestErasure>().AddScoped<UndoErasure>().AddScoped<EraseMember>().AddScoped<EraseDue>();
        services.AddHostedService<ErasuresAtStart>();
        services.AddScoped<RequestExport>().AddScoped<MemberArchive>();
        services.AddScoped<IJobHandler, ExportJob>().AddScoped<IJobHandler, CleanUpJob>().AddScoped<IJobHandler, ErasureJob>();
    }
}
