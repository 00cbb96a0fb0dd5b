using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

public static class ContactsSetup
{
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddScoped<AskForContact>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<PartWays>();
        services.AddScoped<KeepContact>();
        services.AddScoped<EditCard>();
        services.AddScoped<OwnCardLink>();
        services.AddScoped<ContactCards>();
        services.AddSingleton<IProfileAddition, ContactOnProfile>();
        services.AddSingleton<IProfileAddition, CardOnProfile>();
    }
}
