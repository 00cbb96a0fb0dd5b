using Gilde.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Setup;

internal static class SetupEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Setup).Get("/setup", Show);
        app.For(Access.Setup).Post("/setup", Submit).RequireRateLimiting(RateLimits.Door);
    }

    private static IResult Show(Viewer viewer, TheNetwork network, SetupCode code, HttpContext http, [FromQuery(Name = "code")] string? given)
    {
        if (network.IsSetUp) return Results.NotFound();
        var form = new SetupForm { Code = given, Language = viewer.Language.Code(), Color = Brand.Palette[0], Signup = SignupMode.Open.Code() };
        return Pages.Show<SetupPage>(new { Viewer = viewer, Form = form, Errors = new FieldErrors(), AsksCode = code.IsNeeded(http) });
    }

    private static async Task<IResult> Submit(Viewer viewer, TheNetwork network, SetupCode code, SetUpNetwork setUp, Entrance entrance, GildeDb db, HttpContext http, [FromForm] SetupForm form)
    {
        if (network.IsSetUp) return Results.NotFound();
        if (code.IsNeeded(http) && !code.Matches(form.Code))
            return Pages.Invalid<SetupPage>(new { Viewer = viewer, Form = form, AsksCode = true, Errors = new FieldErrors().Add("code", viewer.T["This is not the code that stands in the log of the server."]) });
        var result = await setUp.Execute(viewer, form, Caller.Of(http));
        switch (result.Outcome)
        {
            case SetupOutcome.Done:
                await entrance.Open(http, await db.Users.SingleAsync(a => a.Id == result.OperatorId), AccountActivityKind.SignedIn);
                return Pages.SeeOther("/admin");
            case SetupOutcome.Invalid:
                return Pages.Invalid<SetupPage>(new { Viewer = viewer, Form = form, Errors = result.Errors, AsksCode = code.IsNeeded(http) });
            default:
                return Results.NotFound();
        }
    }
}
