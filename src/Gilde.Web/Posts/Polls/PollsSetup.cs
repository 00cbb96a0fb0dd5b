using Gilde.Web.Jobs;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Posts.Polls;

public static class PollsSetup
{
    public static void AddPolls(this IServiceCollection services)
    {
        services.AddScoped<Vote>();
        services.AddScoped<IJobHandler, ClosePoll>();
        services.AddSingleton<ILiveUpdate, PollLive>();
    }
}
