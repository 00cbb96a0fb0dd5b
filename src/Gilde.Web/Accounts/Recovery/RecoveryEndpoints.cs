using Gilde.Web.Accounts.Security;
using Gilde.Web.Jobs;

namespace Gilde.Web.Accounts.Recovery;

internal static class RecoveryEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/recover", (Viewer viewer) => Pages.Show<RecoverPage>(new { Viewer = viewer, Errors = new FieldErrors() }));
        app.For(Access.Anyone).Post("/recover", Ask).RequireRateLimiting(RateLimits.Door);
        app.For(Access.Anyone).Get("/recover/mailbox", (Viewer viewer) => Pages.Show<MailboxPage>(new { Viewer = viewer, Why = MailboxReason.Recovery }));
        app.For(Access.Anyone).Get("/recover/{token}", Show);
        app.For(Access.Anyone).Post("/recover/{token}", Submit).RequireRateLimiting(RateLimits.Door);
    }

    private static async Task<IResult> Ask(Viewer viewer, GildeDb db, IClock clock, Door door, HttpContext http)
    {
        var given = await http.Field("email");
        if (!EmailAddress.TryParse(given, out var email))
            return Pages.Invalid<RecoverPage>(new { Viewer = viewer, Email = given, Errors = new FieldErrors().IsAddress(false, viewer.T) });
        if (await door.Knock(DoorKey.Network(Caller.Of(http))) is { } wait)
            return Pause.Page<RecoverPage>(http, wait, new { Viewer = viewer, Email = given, Errors = new FieldErrors().Add("", Pause.Sentence(viewer.T, wait)) });
        db.Enqueue(clock, RecoveryJob.JobKind, new RecoveryRequest(email.Value, viewer.Language));
        await db.SaveChangesAsync();
        return Pages.SeeOther("/recover/mailbox");
    }

    private static async Task<IResult> Show(Viewer viewer, string token, GildeDb db, IClock clock) =>
        await db.Link(LinkPurpose.RecoverPassword, token, clock.GetCurrentInstant()) is { } link
            ? Pages.Show<NewPasswordPage>(new { Viewer = viewer, Email = link.Email, Errors = new FieldErrors() })
            : Pages.WithStatus<DeadLinkPage>(StatusCodes.Status404NotFound, new { Viewer = viewer });

    private static async Task<IResult> Submit(Viewer viewer, string token, RecoverPassword recover, SecondFactors factors, SecondStep step, EntranceCheck check, HttpContext http)
    {
        var result = await recover.Execute(viewer, token, await http.Field("password"), Caller.Of(http));
        switch (result.Outcome)
        {
            case RecoverOutcome.Recovered:
                // The mailbox stands for the password, not for the second factor.
                if (!await factors.IsOn(result.Account!.Id)) return await check.LetIn(viewer, http, result.Account, AccountActivityKind.SignedIn, "/");
                step.Begin(http, result.Account);
                return Pages.SeeOther("/signin/code");
            case RecoverOutcome.Weak:
                return Pages.Invalid<NewPasswordPage>(new { Viewer = viewer, Errors = new FieldErrors().Add("password", result.Problem!) });
            default:
                return Pages.WithStatus<DeadLinkPage>(StatusCodes.Status404NotFound, new { Viewer = viewer });
        }
    }
}
