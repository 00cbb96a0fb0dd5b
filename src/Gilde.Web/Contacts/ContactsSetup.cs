namespace Gilde.Web.Contacts;

public static class ContactsSetup
{
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddScoped<AskForContact>();
        services.AddScoped<AnswerRequest>();
        services.AddScoped<PartWays>();
    }
}
