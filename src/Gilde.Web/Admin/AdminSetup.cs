using Gilde.Web.Jobs;

namespace Gilde.Web.Admin;

public static class AdminSetup
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<AdminLetters>();
        services.AddScoped<IJobHandler, EndSuspension>().AddScoped<SuspendMember>().AddScoped<RestoreMember>().AddScoped<GrantRole>().AddScoped<RevokeRole>().AddScoped<DecideSignUp>().AddScoped<ChangeNetwork>();
    }

    public static void MapAdmin(this WebApplication app)
    {
        AdminEndpoints.Map(app);
        MemberEndpoints.Map(app);
        JobEndpoints.Map(app);
        SettingsEndpoints.Map(app);
    }
}
