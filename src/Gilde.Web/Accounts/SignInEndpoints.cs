using Gilde.Web.Accounts.Security;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Accounts;

public sealed record SignInForm
{
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? Next { get; init; }
}

internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/signin", Show);
        app.For(Access.Anyone).Post("/signin", Submit).RequireRateLimiting(RateLimits.Door);
        app.For(Access.Anyone).Post("/signout", SignOut);
    }

    private static IResult Show(Viewer viewer, string? next, string? email) =>
        viewer.IsMember ? Pages.SeeOther(LocalPath.Of(next)) : Pages.Show<SignInPage>(new { Viewer = viewer, Form = new SignInForm { Next = next, Email = email }, Errors = new FieldErrors() });

    private static async Task<IResult> Submit(Viewer viewer, SignIn signIn, EntranceCheck check, SecondStep step, KnownDevices devices, HttpContext http, [FromForm] SignInForm form)
    {
        var result = await signIn.Execute(form.Email, form.Password, account => devices.Knows(http, account), Caller.Of(http));
        switch (result.Outcome)
        {
            case SignInOutcome.Right:
                return await check.LetIn(viewer, http, result.Account!, AccountActivityKind.SignedIn, form.Next);
            case SignInOutcome.NeedsSecondFactor:
                step.Begin(http, result.Account!);
                return Pages.SeeOther("/signin/code?next=" + Uri.EscapeDataString(LocalPath.Of(form.Next)));
            case SignInOutcome.Paused:
                return Pause.Page<SignInPage>(http, result.Wait, new { Viewer = viewer, Form = form, Errors = new FieldErrors().Add("", Pause.Sentence(viewer.T, result.Wait)) });
            case SignInOutcome.Wrong:
                return Pages.Invalid<SignInPage>(new { Viewer = viewer, Form = form, Errors = new FieldErrors().Add("", viewer.T["E-mail address and password do not go together. Please check both."]) });
            default:
                return await check.KeepOut(viewer, result.Account!.Id, result.Outcome);
        }
    }

    private static async Task<IResult> SignOut(Viewer viewer, GildeDb db, IClock clock, Sessions sessions, Caller caller, HttpContext http)
    {
        if (viewer.IsMember)
        {
            db.Note(clock, viewer.Id, AccountActivityKind.SignedOut, caller);
            await db.SaveChangesAsync();
            await sessions.End(db, http, viewer.SessionId);
        }
        return Pages.SeeOther("/signin");
    }
}
