using Gilde.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Accounts;

internal static class SignUpEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/signup", Show);
        app.For(Access.Anyone).Post("/signup", Submit).RequireRateLimiting(RateLimits.Door);
        app.For(Access.Anyone).Get("/signup/mailbox", (Viewer viewer) => Pages.Show<MailboxPage>(new { Viewer = viewer, Why = MailboxReason.SignUp }));
        app.For(Access.Anyone).Get("/signup/waiting", (Viewer viewer) => Pages.Show<WaitingPage>(new { Viewer = viewer }));
        app.For(Access.Anyone).Get("/confirm/{token}", Confirm);
        app.For(Access.Anyone).Post("/confirm/{token}", Confirmed).RequireRateLimiting(RateLimits.Door);
    }

    private static async Task<IResult> Show(Viewer viewer, GildeDb db, IClock clock, TheNetwork network, HttpContext http, string? invitation, string? next)
    {
        if (viewer.IsMember) return Pages.SeeOther(LocalPath.Of(next));
        NextPath.Keep(http, next);
        var link = invitation is null ? null : await db.Link(LinkPurpose.Invitation, invitation, clock.GetCurrentInstant());
        if (link is null && network.Current.Signup == SignupMode.Invitation) return Pages.Show<InvitationNeededPage>(new { Viewer = viewer, Expired = invitation is not null });
        return Page(viewer, network, new SignUpForm { Email = link?.Email, Invitation = link is null ? null : invitation }, new());
    }

    private static async Task<IResult> Submit(Viewer viewer, SignUp signUp, Entrance entrance, TheNetwork network, Caller caller, HttpContext http, [FromForm] SignUpForm form)
    {
        var result = await signUp.Execute(viewer, form, caller);
        if (result.Outcome == SignUpOutcome.LookIntoMailbox) BrowserToken.Set(http, result.BrowserToken);
        if (result.Outcome == SignUpOutcome.Joined) await entrance.Open(http, result.Account!, AccountActivityKind.SignedIn);
        return result.Outcome switch
        {
            SignUpOutcome.Joined => Pages.SeeOther(NextPath.Take(http)),
            SignUpOutcome.AwaitsApproval => Pages.SeeOther("/signup/waiting"),
            SignUpOutcome.LookIntoMailbox => Pages.SeeOther("/signup/mailbox"),
            SignUpOutcome.Invalid => Page(viewer, network, form, result.Errors),
            SignUpOutcome.InvitationNeeded => Pages.WithStatus<InvitationNeededPage>(StatusCodes.Status422UnprocessableEntity, new { Viewer = viewer, Expired = true }),
            SignUpOutcome.Paused => Pause.Page<SignUpPage>(http, result.Wait, new { Viewer = viewer, Form = form, Errors = new FieldErrors().Add("", Pause.Sentence(viewer.T, result.Wait)), Mode = network.Current.Signup }),
        };
    }

    private static IResult Page(Viewer viewer, TheNetwork network, SignUpForm form, FieldErrors errors)
    {
        var model = new { Viewer = viewer, Form = form, Errors = errors, Mode = network.Current.Signup };
        return errors.Any ? Pages.Invalid<SignUpPage>(model) : Pages.Show<SignUpPage>(model);
    }

    private static async Task<IResult> Confirm(Viewer viewer, string token, GildeDb db, IClock clock, HttpContext http)
    {
        if (await db.Link(LinkPurpose.ConfirmAddress, token, clock.GetCurrentInstant()) is not { } link) return DeadLink(viewer);
        return ConfirmPage(viewer, link, http);
    }

    private static async Task<IResult> Confirmed(Viewer viewer, string token, GildeDb db, ConfirmAddress confirm, Entrance entrance, Caller caller, HttpContext http)
    {
        var result = await confirm.Execute(token, BrowserToken.Read(http), await http.Field("password"), caller);
        switch (result.Outcome)
        {
            case ConfirmOutcome.Confirmed:
                BrowserToken.Drop(http);
                await entrance.Open(http, await db.Users.SingleAsync(a => a.Id == result.AccountId), AccountActivityKind.SignedIn);
                return Pages.SeeOther(NextPath.Take(http));
            case ConfirmOutcome.AwaitsApproval:
                return Pages.SeeOther("/signup/waiting");
            case ConfirmOutcome.WrongPassword:
                return Pages.Invalid<ConfirmAddressPage>(new { Viewer = viewer, AsksPassword = true, Errors = new FieldErrors().Add("password", viewer.T["This is not the password that was chosen at sign-up."]) });
            case ConfirmOutcome.Paused:
                return Pause.Page<ConfirmAddressPage>(http, result.Wait, new { Viewer = viewer, AsksPassword = true, Errors = new FieldErrors().Add("", Pause.Sentence(viewer.T, result.Wait)) });
            default:
                return DeadLink(viewer);
        }
    }

    private static IResult ConfirmPage(Viewer viewer, MailLink link, HttpContext http) =>
        Pages.Show<ConfirmAddressPage>(new { Viewer = viewer, AsksPassword = ConfirmAddress.NeedsPassword(link, BrowserToken.Read(http)), Errors = new FieldErrors() });

    private static IResult DeadLink(Viewer viewer) => Pages.WithStatus<DeadLinkPage>(StatusCodes.Status404NotFound, new { Viewer = viewer });
}
