using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Security;

internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.For(Access.Anyone).Post("/signin/passkey/options", Ask);
        app.For(Access.Anyone).Post("/signin/passkey", SignIn).RequireRateLimiting(RateLimits.Door);
        var members = app.For(Access.Members);
        members.Post("/settings/security/passkeys/options", Offer);
        members.Post("/settings/security/passkeys", Add);
        members.Post("/settings/security/passkeys/{id}/name", Rename);
        members.Post("/settings/security/passkeys/{id}/remove", Remove);
    }

    /// <summary>The same for everybody: the device knows which passkeys it has for this network.</summary>
    private static async Task<IResult> Ask(IPasskeyHandler<Account> handler, PasskeyState state, HttpContext http)
    {
        var options = await handler.MakeRequestOptionsAsync(null, http);
        state.Keep(http, options.AssertionState);
        return Results.Text(options.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> SignIn(Viewer viewer, Passkeys passkeys, PasskeyState state, EntranceCheck check, HttpContext http)
    {
        var next = await http.Field("next");
        if (await passkeys.Recognise(http, await http.Field("credential"), state.Take(http)) is { } account)
            return await check.LetIn(viewer, http, account, AccountActivityKind.PasskeyUsed, next);
        return Pages.Invalid<SignInPage>(new { Viewer = viewer, Form = new SignInForm { Next = next }, Errors = new FieldErrors().Add("", viewer.T["This passkey does not open an account here."]) });
    }

    private static async Task<IResult> Offer(Viewer viewer, Passkeys passkeys, OwnerCheck owner, PasskeyState state, HttpContext http)
    {
        if (await owner.Problem(viewer, await http.Field("password")) is { } problem) return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: problem);
        var options = await passkeys.Offer(http, viewer.Id);
        state.Keep(http, options.AttestationState);
        return Results.Text(options.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> Add(Viewer viewer, Passkeys passkeys, PasskeyState state, SecurityOverview overview, HttpContext http) =>
        await passkeys.Add(http, viewer.Id, await http.Field("credential"), state.Take(http), await http.Field("name")) switch
        {
            PasskeyOutcome.Added => Pages.SeeOther("/settings/security#passkeys"),
            PasskeyOutcome.TooMany => await SecurityEndpoints.Again(viewer, overview, new FieldErrors().Add("passkey", viewer.T["Ten passkeys are enough. Remove one first."])),
            PasskeyOutcome.NotUnderstood => await SecurityEndpoints.Again(viewer, overview, new FieldErrors().Add("passkey", viewer.T["The passkey could not be added. Is the password right? Please try again."])),
        };

    private static async Task<IResult> Rename(Viewer viewer, Passkeys passkeys, string id, HttpContext http) =>
        Id(id) is { } key && await passkeys.Rename(viewer.Id, key, await http.Field("name")) ? Pages.SeeOther("/settings/security#passkeys") : Results.NotFound();

    private static async Task<IResult> Remove(Viewer viewer, Passkeys passkeys, string id, Caller caller) =>
        Id(id) is { } key && await passkeys.Remove(viewer.Id, key, caller) ? Pages.SeeOther("/settings/security#passkeys") : Results.NotFound();

    private static byte[]? Id(string id) => id.Length <= 1400 && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : null;
}
