namespace Gilde.Web.Jobs;

public static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services) => services.AddHostedService<JobRunner>();
}
