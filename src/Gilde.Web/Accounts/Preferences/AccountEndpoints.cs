namespace Gilde.Web.Accounts.Preferences;

internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings", (Viewer viewer) => Pages.Show<SettingsPage>(new { Viewer = viewer }));
        members.Get("/settings/account", async (Viewer viewer, GildeDb db) => Pages.Show<AccountPage>(await Model(viewer, db, null, new FieldErrors())));
        members.Post("/settings/account/password", SetPassword);
        members.Post("/settings/account/email", AskAddress);
        members.Get("/settings/account/mailbox", (Viewer viewer) => Pages.Show<MailboxPage>(new { Viewer = viewer, Why = MailboxReason.ChangeAddress }));
    }

    public static async Task<IResult> Again(Viewer viewer, GildeDb db, FieldErrors errors) => Pages.Invalid<AccountPage>(await Model(viewer, db, null, errors));

    private static async Task<object> Model(Viewer viewer, GildeDb db, string? newEmail, FieldErrors errors)
    {
        var member = await db.MemberOf(viewer.Id);
        return new { Viewer = viewer, Email = (await db.ReceiverOf(viewer.Id)).Email, NewEmail = newEmail, Language = member.Language, Zone = member.TimeZone, Errors = errors };
    }

    private static async Task<IResult> SetPassword(Viewer viewer, ChangePassword change, GildeDb db, HttpContext http)
    {
        var errors = await change.Execute(viewer, await http.Field("password"), await http.Field("chosen"), Caller.Of(http));
        if (!errors.Any) return Pages.SeeOther("/settings/account?done=password");
        var own = new FieldErrors();
        foreach (var (field, message) in errors.All) own.Add("password-" + field, message);
        return await Again(viewer, db, own);
    }

    private static async Task<IResult> AskAddress(Viewer viewer, AskAddressChange ask, GildeDb db, HttpContext http)
    {
        var email = await http.Field("email");
        var errors = await ask.Execute(viewer, email, await http.Field("password"), Caller.Of(http));
        if (!errors.Any) return Pages.SeeOther("/settings/account/mailbox");
        var own = new FieldErrors();
        foreach (var (field, message) in errors.All) own.Add("email-" + field, message);
        return Pages.Invalid<AccountPage>(await Model(viewer, db, email, own));
    }
}
