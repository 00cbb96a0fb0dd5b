using Gilde.Web.Events;
using Gilde.Web.Moderation.Transparency;
using Gilde.Web.Posts;

namespace Gilde.Web.Moderation;

public static class ModerationSetup
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddScoped<ReportThing>().AddScoped<DecideCase>().AddScoped<MakeAppeal>().AddScoped<AnswerAppeal>();
        services.AddScoped<Measures>().AddScoped<DecisionLetters>();
        services.AddSingleton<IEventReader, CountReader>();
    }

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        ReportEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        HeldEndpoints.Map(app);
        DecisionEndpoints.Map(app);
        TransparencyEndpoints.Map(app);
    }
}
