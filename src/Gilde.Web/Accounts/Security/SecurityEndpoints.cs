namespace Gilde.Web.Accounts.Security;

internal static class SecurityEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/security", async (Viewer viewer, SecurityOverview overview) => Pages.Show<SecurityPage>(new { Viewer = viewer, State = await overview.Of(viewer), Errors = new FieldErrors() }));
        members.Post("/settings/security/app", Begin);
        members.Get("/settings/security/app", ShowSecret);
        members.Post("/settings/security/app/confirm", Confirm);
        members.Post("/settings/security/app/off", TurnOff);
        members.Post("/settings/security/codes", RenewCodes);
        members.Post("/settings/security/devices/{id:long}/end", EndOne);
        members.Post("/settings/security/devices/end-others", EndOthers);
    }

    public static async Task<IResult> Again(Viewer viewer, SecurityOverview overview, FieldErrors errors) =>
        Pages.Invalid<SecurityPage>(new { Viewer = viewer, State = await overview.Of(viewer), Errors = errors });

    private static async Task<IResult> Begin(Viewer viewer, SecondFactors factors, OwnerCheck owner, SecurityOverview overview, HttpContext http)
    {
        if (await owner.Problem(viewer, await http.Field("password")) is { } problem) return await Again(viewer, overview, new FieldErrors().Add("app", problem));
        await factors.Begin(viewer.Id);
        return Pages.SeeOther("/settings/security/app");
    }

    private static async Task<IResult> ShowSecret(Viewer viewer, SecondFactors factors, GildeDb db) =>
        await factors.Begun(viewer.Id) is { } secret ? Pages.Show<AuthenticatorPage>(await Authenticator(viewer, db, secret, new FieldErrors())) : Pages.SeeOther("/settings/security");

    private static async Task<IResult> Confirm(Viewer viewer, SecondFactors factors, GildeDb db, HttpContext http)
    {
        if (await factors.Begun(viewer.Id) is not { } secret) return Pages.SeeOther("/settings/security");
        if (await factors.Confirm(viewer.Id, await http.Field("code") ?? "", Caller.Of(http)) is { } codes) return Pages.Show<RecoveryCodesPage>(new { Viewer = viewer, Codes = codes, IsFirst = true });
        return Pages.Invalid<AuthenticatorPage>(await Authenticator(viewer, db, secret, new FieldErrors().Add("code", viewer.T["This code is not right. Is the clock of your phone right?"])));
    }

    private static async Task<object> Authenticator(Viewer viewer, GildeDb db, string secret, FieldErrors errors)
    {
        var email = (await db.ReceiverOf(viewer.Id)).Email;
        return new { Viewer = viewer, Secret = secret, Uri = Totp.Uri(secret, viewer.Network.Name, email), Errors = errors };
    }

    private static async Task<IResult> TurnOff(Viewer viewer, SecondFactors factors, OwnerCheck owner, SecurityOverview overview, HttpContext http)
    {
        if (await owner.Problem(viewer, await http.Field("password")) is { } problem) return await Again(viewer, overview, new FieldErrors().Add("app", problem));
        await factors.TurnOff(viewer.Id, Caller.Of(http));
        return Pages.SeeOther("/settings/security#app");
    }

    private static async Task<IResult> RenewCodes(Viewer viewer, SecondFactors factors, OwnerCheck owner, SecurityOverview overview, HttpContext http)
    {
        if (await owner.Problem(viewer, await http.Field("password")) is { } problem) return await Again(viewer, overview, new FieldErrors().Add("codes", problem));
        if (!await factors.IsOn(viewer.Id)) return Pages.SeeOther("/settings/security");
        return Pages.Show<RecoveryCodesPage>(new { Viewer = viewer, Codes = await factors.RenewCodes(viewer.Id, Caller.Of(http)) });
    }

    private static async Task<IResult> EndOne(Viewer viewer, long id, GildeDb db, IClock clock, Caller caller) =>
        await db.EndSession(clock, viewer.Id, id, caller) ? Pages.SeeOther("/settings/security#devices") : Results.NotFound();

    private static async Task<IResult> EndOthers(Viewer viewer, GildeDb db, IClock clock, Caller caller)
    {
        await db.EndSessions(clock, viewer.Id, caller, except: viewer.SessionId);
        return Pages.SeeOther("/settings/security#devices");
    }
}
