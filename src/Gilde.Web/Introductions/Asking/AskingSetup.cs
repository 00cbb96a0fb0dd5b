using Gilde.Web.Jobs;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Introductions.Asking;

internal static class AskingSetup
{
    public static void AddAsking(this IServiceCollection services)
    {
        services.AddScoped<AskForIntroduction>();
        services.AddScoped<PassOnIntroduction>();
        services.AddScoped<DeclineIntroduction>();
        services.AddScoped<ReferIntroduction>();
        services.AddScoped<AcceptIntroduction>();
        services.AddScoped<WithdrawIntroduction>();
        services.AddScoped<ThankForIntroduction>();
        services.AddScoped<SendIntroduction>();
        services.AddScoped<AnswerFromOutside>();
        services.AddScoped<ClosestContacts>();
        services.AddScoped<ExpireIntroductions>();
        services.AddScoped<IntroductionLists>();
        services.AddScoped<Answers>();
        services.AddScoped<IJobHandler, ExpireIntroductionsJob>();
        services.AddScoped<IJobHandler, IntroductionLetterJob>();
        services.AddSingleton<ILiveUpdate, IntroductionLive>();
    }

    public static void MapIntroductionRequests(this IEndpointRouteBuilder app)
    {
        app.MapAsking();
        app.MapAnswers();
        app.MapLists();
        app.MapIntroductionSettings();
        app.MapOutside();
    }
}
