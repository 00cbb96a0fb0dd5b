using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Introductions.Asking;

public sealed record AskForm
{
    public string? Over { get; init; }
    public string? To { get; init; }
    public string? Name { get; init; }
    public int? Hops { get; init; }
    public string? Wish { get; init; }

    public AskInput Input => new(Over ?? "", To, Name, Hops ?? 2, Wish);
}

/// <summary>Asking for an introduction.</summary>
internal static class AskingEndpoints
{
    public static void MapAsking(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/introductions/ask", Form).RequireRateLimiting(RateLimits.People);
        members.Post("/introductions", Ask).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Form(Viewer viewer, GildeDb db, ClosestContacts contacts, AskForIntroduction ask, string? over, string? to, int? hops, string? about, string? q, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(over)) return Pages.Show<AskWhomPage>(new { Viewer = viewer, Words = q ?? "", Contacts = await contacts.Of(viewer, q, stop) });
        var form = new AskForm { Over = over, To = to, Hops = hops };
        // Whoever cannot ask now learns it before they write.
        var target = form.Input.IsOutside ? null : await db.AskedFor(viewer, to!, stop);
        var refusal = target is null && !form.Input.IsOutside ? null : await ask.Refusal(viewer, target, stop);
        if (refusal is { Outcome: AskOutcome.AskedAlready }) return Pages.SeeOther(IntroductionAddresses.One(refusal.Id), "You have asked for this already.");
        return await Page(viewer, db, form, about, StatusCodes.Status200OK, new FieldErrors(), refusal is null ? null : IntroductionLimits.Words(viewer, refusal.Limit!.Value, refusal.Wait), stop);
    }

    private static async Task<IResult> Ask(HttpContext http, Viewer viewer, GildeDb db, AskForIntroduction ask, [FromForm] AskForm form, CancellationToken stop)
    {
        var result = await ask.Execute(viewer, form.Input, stop);
        var json = http.Request.WantsJson();
        return result.Outcome switch
        {
            AskOutcome.Asked when json => Results.Created(IntroductionAddresses.One(result.Id), new { result.Id }),
            AskOutcome.Asked => Pages.SeeOther(IntroductionAddresses.One(result.Id), "Your request is on its way."),
            AskOutcome.AskedAlready when json => Results.Problem(viewer.T["You have asked for this already."], statusCode: StatusCodes.Status409Conflict, title: viewer.T["That did not work"]),
            AskOutcome.AskedAlready => Pages.SeeOther(IntroductionAddresses.One(result.Id), "You have asked for this already."),
            AskOutcome.NotFound => Results.NotFound(),
            AskOutcome.NoRoute when json => Results.NotFound(),
            AskOutcome.NoRoute => form.Input.IsOutside ? Results.NotFound() : Pages.SeeOther(IntroductionAddresses.To(form.To!), "This way is no longer there."),
            AskOutcome.Invalid when json => result.Errors!.JsonErrors(viewer.T["That did not work"]),
            AskOutcome.Invalid => await Page(viewer, db, form, null, StatusCodes.Status422UnprocessableEntity, result.Errors!, null, stop),
            AskOutcome.TooMany => await TooMany(http, viewer, db, form, IntroductionLimits.Words(viewer, result.Limit!.Value, result.Wait), result.Wait, stop),
        };
    }

    private static async Task<IResult> TooMany(HttpContext http, Viewer viewer, GildeDb db, AskForm form, string sentence, Duration wait, CancellationToken stop)
    {
        http.RetryAfter(wait);
        return http.Request.WantsJson()
            ? Results.Problem(sentence, statusCode: StatusCodes.Status429TooManyRequests, title: viewer.T["That is enough for now"])
            : await Page(viewer, db, form, null, StatusCodes.Status429TooManyRequests, new FieldErrors(), sentence, stop);
    }

    private static async Task<IResult> Page(Viewer viewer, GildeDb db, AskForm form, string? about, int status, FieldErrors errors, string? refusal, CancellationToken stop)
    {
        if (await db.AskedFirst(viewer, form.Over, stop) is not { } first) return Results.NotFound();
        var target = form.Input.IsOutside ? null : await db.AskedFor(viewer, form.To, stop);
        if (target is null && !form.Input.IsOutside) return Results.NotFound();
        var wish = form.Wish ?? (target is null ? null : AskWords.Draft(viewer.T, target, about));
        return Pages.WithStatus<AskIntroductionPage>(status, new { Viewer = viewer, First = first, Target = target, Form = form, Wish = wish, Errors = errors, Refusal = refusal });
    }
}
