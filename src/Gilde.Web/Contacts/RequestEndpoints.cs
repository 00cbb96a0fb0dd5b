using System.Globalization;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Contacts;

/// <summary>Asking for contact, and what the two sides do with the request.</summary>
internal static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts/ask/{id:long}", AskForm).RequireRateLimiting(RateLimits.People);
        members.Get("/contacts/requests", Requests);
        members.Get("/contacts/asked", Asked);
        members.Post("/contacts/requests", Ask).RequireRateLimiting(RateLimits.People);
        members.Post("/contacts/requests/{id:long}/accept", Accept);
        members.Post("/contacts/requests/{id:long}/decline", Decline);
        members.Post("/contacts/requests/{id:long}/withdraw", Withdraw);
    }

    private static async Task<IResult> AskForm(long id, Viewer viewer, GildeDb db, Degrees degrees, CancellationToken stop)
    {
        if (id == viewer.Id || await Load(db.MembersVisibleTo(viewer).Where(m => m.Id == id), stop) is not { } who) return Results.NotFound();
        return await db.StandingTo(viewer, id) is { Kind: StandingKind.Stranger }
            ? Pages.Show<AskPage>(new { Viewer = viewer, Who = degrees.Mark(viewer, [who])[0], Card = await db.OwnCard(viewer, stop) })
            : Pages.SeeOther(who.Href);
    }

    /// <param name="to">Id or handle.</param>
    private static async Task<IResult> Ask(HttpContext http, Viewer viewer, GildeDb db, AskForContact ask, [FromForm] string? to, ExchangeForm form, CancellationToken stop)
    {
        if (await Load(Named(db, viewer, to), stop) is not { } who) return Results.NotFound();
        var result = await ask.Execute(viewer, new AskInput(who.Id, form.Reason, form.Fields), stop);
        var json = http.Request.WantsJson();
        return result.Outcome switch
        {
            AskOutcome.Asked or AskOutcome.InContact when json => Results.Json(await db.StandingTo(viewer, who.Id)),
            AskOutcome.Asked => Pages.SeeOther(who.Href, "You have asked {0} for contact.", null, who.Name),
            AskOutcome.InContact => Pages.SeeOther(who.Href, "You and {0} are in contact.", null, who.Name),
            AskOutcome.Unknown => Results.NotFound(),
            AskOutcome.Invalid when json => result.Errors!.JsonErrors(viewer.T["That did not work"]),
            AskOutcome.Invalid => Pages.Invalid<AskPage>(new { Viewer = viewer, Who = who, Card = await db.OwnCard(viewer, stop), form.Reason, Ticked = form.Fields, Errors = result.Errors }),
            AskOutcome.TooMany => await TooMany(http, viewer, db, who, form, result.Wait, stop),
        };
    }

    private static async Task<IResult> TooMany(HttpContext http, Viewer viewer, GildeDb db, Person who, ExchangeForm form, Duration wait, CancellationToken stop)
    {
        http.RetryAfter(wait);
        if (http.Request.WantsJson()) return AskRefusal.Json(viewer, wait);
        return Pages.WithStatus<AskPage>(StatusCodes.Status429TooManyRequests,
            new { Viewer = viewer, Who = who, Card = await db.OwnCard(viewer, stop), form.Reason, Ticked = form.Fields, Refusal = AskRefusal.Words(viewer, wait) });
    }

    private static async Task<IResult> Requests(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, string? after, CancellationToken stop)
    {
        var to = await RequestList.To(db, viewer, after, stop: stop);
        if (http.Request.WantsJson()) return http.JsonList(to.Marked(degrees.Near(viewer, to.Rows.Select(r => r.Who.Id))).Rows, to.After is null ? null : "/contacts/requests?after=" + to.After);
        return Pages.Show<RequestsPage>(await View(db, viewer, degrees, to, after, gone: false, stop));
    }

    private static async Task<IResult> Asked(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, string? after, CancellationToken stop)
    {
        var from = await RequestList.From(db, viewer, after, stop);
        from = from.Marked(degrees.Near(viewer, from.Rows.Select(r => r.Who.Id)));
        return http.Request.WantsJson()
            ? http.JsonList(from.Rows, from.After is null ? null : "/contacts/asked?after=" + from.After)
            : Pages.Show<AskedPage>(new { Viewer = viewer, From = from, After = after });
    }

    private static async Task<IResult> Accept(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, AnswerRequest answer, ExchangeForm form, CancellationToken stop)
    {
        var asker = await db.RequestsTo(viewer).Where(r => r.Id == id).Join(db.MembersVisibleTo(viewer), r => r.FromId, m => m.Id, (_, m) => m.Name).FirstOrDefaultAsync(stop);
        return await Answered(http, viewer, db, degrees, await answer.Accept(viewer, id, form.Fields, form.Met, stop), asker is null ? "Saved." : "You and {0} are in contact.", asker, stop);
    }

    private static async Task<IResult> Decline(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, AnswerRequest answer, CancellationToken stop) =>
        await Answered(http, viewer, db, degrees, await answer.Decline(viewer, id, stop), "Declined. Nobody learns of it.", null, stop);

    private static async Task<IResult> Withdraw(long id, HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, AnswerRequest answer, CancellationToken stop) =>
        await Answered(http, viewer, db, degrees, await answer.Withdraw(viewer, id, stop), "Request withdrawn.", null, stop);

    private static async Task<IResult> Answered(HttpContext http, Viewer viewer, GildeDb db, Degrees degrees, AnswerOutcome outcome, string said, string? name, CancellationToken stop) => outcome switch
    {
        AnswerOutcome.Done => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/contacts/requests", said, null, name is null ? [] : [name]),
        AnswerOutcome.Gone when http.Request.WantsJson() => Results.NotFound(),
        AnswerOutcome.Gone => Pages.WithStatus<RequestsPage>(StatusCodes.Status404NotFound, await View(db, viewer, degrees, await RequestList.To(db, viewer, null, stop: stop), null, gone: true, stop)),
    };

    private static async Task<object> View(GildeDb db, Viewer viewer, Degrees degrees, FoundRequests to, string? after, bool gone, CancellationToken stop)
    {
        var from = after is null ? await RequestList.From(db, viewer, null, stop) : new FoundRequests([], null);
        var near = degrees.Near(viewer, to.Rows.Concat(from.Rows).Select(r => r.Who.Id));
        return new { Viewer = viewer, To = to.Marked(near), From = from.Marked(near), After = after, Card = await db.OwnCard(viewer, stop), Gone = gone };
    }

    private static IQueryable<Member> Named(GildeDb db, Viewer viewer, string? to)
    {
        var visible = db.MembersVisibleTo(viewer);
        if (long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return visible.Where(m => m.Id == id);
        var handle = (to ?? "").TrimStart('@').ToLowerInvariant();
        return visible.Where(m => m.Handle == handle);
    }

    private static Task<Person?> Load(IQueryable<Member> one, CancellationToken stop) =>
        one.AsPeople().FirstOrDefaultAsync(stop);
}
