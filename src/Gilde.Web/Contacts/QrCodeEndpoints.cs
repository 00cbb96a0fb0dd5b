using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <summary>One's own card as a QR code, and what somebody sees who scans one.</summary>
internal static class QrCodeEndpoints
{
    public static void MapQrCode(this IEndpointRouteBuilder app)
    {
        app.For(Access.Members).Get("/card", Show);
        app.For(Access.Members).Post("/card/renew", Renew);
        app.For(Access.Anyone).Get("/card/{token}", Scanned).RequireRateLimiting(RateLimits.People);
        app.For(Access.Members).Post("/card/{token}", Ask).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, OwnCardLink link, CancellationToken stop)
    {
        var address = await link.Address(viewer, stop);
        return http.Request.WantsJson()
            ? Results.Json(new { address })
            : Pages.Show<QrCodePage>(new { Viewer = viewer, Address = address, (await db.Me(viewer, stop)).Headline });
    }

    private static async Task<IResult> Renew(HttpContext http, Viewer viewer, OwnCardLink link, CancellationToken stop)
    {
        await link.Renew(viewer, stop);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/card", "Here is your new code.");
    }

    private static async Task<IResult> Scanned(string token, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await Owner(db, viewer, token, stop) is not { } who) return Results.NotFound();
        if (who.Id == viewer.Id) return Pages.SeeOther("/card");
        http.Response.Headers.CacheControl = "private, no-store";
        if (!viewer.IsMember) return await ForVisitor(http, viewer, db, who, stop);
        return http.Request.WantsJson() ? Results.Json(who) : Pages.Show<ScannedPage>(await View(db, viewer, who, viewer.T["We have met in person."], null, new FieldErrors(), null, stop));
    }

    /// <summary>Visitors see who it is as far as they may see the profile.</summary>
    private static async Task<IResult> ForVisitor(HttpContext http, Viewer viewer, GildeDb db, Person who, CancellationToken stop)
    {
        var shown = await db.ProfilesVisibleTo(viewer).AnyAsync(m => m.Id == who.Id, stop) ? who : null;
        if (!http.Request.WantsJson()) return Pages.Show<VisitorPage>(new { Viewer = viewer, Who = shown });
        return shown is null ? Results.NotFound() : Results.Json(shown);
    }

    private static async Task<IResult> Ask(string token, HttpContext http, Viewer viewer, GildeDb db, AskForContact ask, ExchangeForm form, CancellationToken stop)
    {
        if (await Owner(db, viewer, token, stop) is not { } who) return Results.NotFound();
        // Who answers a request needs no reason of their own.
        var reason = await db.StandingTo(viewer, who.Id) is { Kind: StandingKind.Asks } ? viewer.T["We have met in person."] : form.Reason;
        var result = await ask.Execute(viewer, new AskInput(who.Id, reason, form.Fields, InPerson: true), stop);
        switch (result.Outcome)
        {
            case AskOutcome.Asked or AskOutcome.InContact:
                return http.Request.WantsJson() ? Results.Json(await db.StandingTo(viewer, who.Id)) : Pages.SeeOther(OwnCardLink.Path(token));
            case AskOutcome.Invalid:
                return http.Request.WantsJson()
                    ? result.Errors!.JsonErrors(viewer.T["That did not work"])
                    : Pages.Invalid<ScannedPage>(await View(db, viewer, who, reason, form.Fields, result.Errors!, null, stop));
            case AskOutcome.TooMany:
                http.RetryAfter(result.Wait);
                return http.Request.WantsJson()
                    ? AskRefusal.Json(viewer, result.Wait)
                    : Pages.WithStatus<ScannedPage>(StatusCodes.Status429TooManyRequests, await View(db, viewer, who, reason, form.Fields, new FieldErrors(), AskRefusal.Words(viewer, result.Wait), stop));
            default:
                return Results.NotFound();
        }
    }

    private static async Task<object> View(GildeDb db, Viewer viewer, Person who, string? reason, IReadOnlyCollection<long>? ticked, FieldErrors errors, string? refusal, CancellationToken stop)
    {
        var standing = await db.StandingTo(viewer, who.Id);
        return new
        {
            Viewer = viewer, Who = who, Standing = standing, Reason = reason, Ticked = ticked, Errors = errors, Refusal = refusal,
            Card = await db.OwnCard(viewer, stop),
            InPerson = standing.Kind == StandingKind.Asked && await db.RequestsFrom(viewer).AnyAsync(r => r.ToId == who.Id && r.InPerson, stop),
        };
    }

    private static Task<Person?> Owner(GildeDb db, Viewer viewer, string token, CancellationToken stop) =>
        db.MembersVisibleTo(viewer).Where(m => db.CardLinks.Any(l => l.MemberId == m.Id && l.Token == token)).AsPeople().FirstOrDefaultAsync(stop);
}
