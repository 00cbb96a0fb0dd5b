namespace Gilde.Web.Accounts.Security;

/// <summary>The second step of signing in: the code of the authenticator app.</summary>
internal static class CodeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Get("/signin/code", Show);
        app.For(Access.Anyone).Post("/signin/code", Submit).RequireRateLimiting(RateLimits.Door);
    }

    private static IResult Show(Viewer viewer, SecondStep step, HttpContext http, string? next) =>
        step.Read(http) is null ? Pages.SeeOther("/signin") : Pages.Show<CodePage>(new { Viewer = viewer, Next = next, Errors = new FieldErrors() });

    private static async Task<IResult> Submit(Viewer viewer, SecondStep step, SecondFactors factors, EntranceCheck check, GildeDb db, HttpContext http)
    {
        if (step.Read(http) is not var (accountId, stamp)) return Pages.SeeOther("/signin");
        var next = await http.Field("next");
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == accountId && a.SecurityStamp == stamp) is not { } account) return Pages.SeeOther("/signin");
        var result = await factors.Check(accountId, await http.Field("code"), Caller.Of(http));
        switch (result.Outcome)
        {
            case CodeOutcome.Right:
                step.End(http);
                return await check.LetIn(viewer, http, account, AccountActivityKind.SignedIn, next);
            case CodeOutcome.Paused:
                return Pause.Page<CodePage>(http, result.Wait, new { Viewer = viewer, Next = next, Errors = new FieldErrors().Add("code", Pause.Sentence(viewer.T, result.Wait)) });
            default:
                return Pages.Invalid<CodePage>(new { Viewer = viewer, Next = next, Errors = new FieldErrors().Add("code", viewer.T["This code is not right, or it was used already. Please take the next one."]) });
        }
    }
}
