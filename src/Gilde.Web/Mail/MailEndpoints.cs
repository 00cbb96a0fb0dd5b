namespace Gilde.Web.Mail;

/// <summary>In development: the mails that landed as files, to read and to click.</summary>
internal static class MailEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Development).Get("/dev/mail", (Viewer viewer, Settings settings, string? to) =>
            Pages.Show<MailListPage>(new { Viewer = viewer, To = to, Mails = MailFile.List(settings.MailFolder).Where(m => to is null || m.To.Contains(to, StringComparison.OrdinalIgnoreCase)).ToList() }));
        app.For(Access.Development).Get("/dev/mail/{name}", (Viewer viewer, Settings settings, string name) =>
            MailFile.Find(settings.MailFolder, name) is { } mail ? (IResult)Pages.Show<MailPage>(new { Viewer = viewer, Mail = mail }) : Results.NotFound());
    }
}
