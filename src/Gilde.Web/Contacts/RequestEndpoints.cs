using System.Globalization;
using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Gilde.Web.Contacts;

public static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/contacts/ask/{id:long}", AskForm).RequireRateLimiting(RateLimits.People);
        members.Get("/contacts/requests", Requests);
        members.Post("/contacts/requests", Ask).RequireRateLimiting(RateLimits.People);
        members.Post("/contacts/requests/{id:long}/accept", Accept);
        members.Post("/contacts/requests/{id:long}/decline", Decline);
        members.Post("/contacts/requests/{id:long}/withdraw", Withdraw);
    }

    private static async Task<IResult> AskForm(long id, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await Load(db, viewer, id, stop) is not { } who || id == viewer.Id) return Results.NotFound();
        return await db.StandingTo(viewer, id, stop) is { Kind: StandingKind.Stranger }
            ? Pages.Show<AskPage>(new { Viewer = viewer, Who = who, Card = await db.OwnCard(viewer, stop) })
            : Pages.SeeOther(who.Href);
    }

    /// <param name="to">Id or handle.</param>
    private static async Task<IResult> Ask(
        HttpContext http, Viewer viewer, GildeDb db, AskForContact ask, [FromForm] string? to, [FromForm] string? reason, CardTicks ticks, CancellationToken stop)
    {
        if (await Find(db, viewer, to, stop) is not { } who) return Results.NotFound();
        var result = await ask.Execute(viewer, new AskInput(who.Id, reason, ticks.Fields), stop);
        return result.Outcome switch
        {
            AskOutcome.Asked or AskOutcome.InContact => http.Request.WantsJson() ? Results.Json(await db.StandingTo(viewer, who.Id, stop)) : Pages.SeeOther(who.Href),
            AskOutcome.Unknown => Results.NotFound(),
            AskOutcome.Invalid when http.Request.WantsJson() => result.Errors!.JsonErrors(viewer.T["That did not work"]),
            AskOutcome.Invalid => Pages.Invalid<AskPage>(new { Viewer = viewer, Who = who, Card = await db.OwnCard(viewer, stop), Reason = reason, Ticked = ticks.Fields, Errors = result.Errors }),
            AskOutcome.TooMany => await TooMany(http, viewer, db, who, reason, ticks, result.Wait, stop),
        };
    }

    private static async Task<IResult> TooMany(HttpContext http, Viewer viewer, GildeDb db, Person who, string? reason, CardTicks ticks, Duration wait, CancellationToken stop)
    {
        var refusal = RefusalWords(viewer, wait);
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return http.Request.WantsJson()
            ? Results.Problem(refusal, statusCode: StatusCodes.Status429TooManyRequests, title: viewer.T["That is enough for today"])
            : Pages.WithStatus<AskPage>(StatusCodes.Status429TooManyRequests,
                new { Viewer = viewer, Who = who, Card = await db.OwnCard(viewer, stop), Reason = reason, Ticked = ticks.Fields, Refusal = refusal });
    }

    internal static string RefusalWords(Viewer viewer, Duration wait) =>
        viewer.T["You have asked as many people for contact as one may within a day."] + " " + viewer.T.Count((long)Math.Ceiling(wait.TotalHours), "You can go on in an hour at the latest.", "You can go on in {0} hours at the latest.");

    private static async Task<IResult> Requests(HttpContext http, Viewer viewer, GildeDb db, string? after, CancellationToken stop)
    {
        var to = await RequestList.To(db, viewer, after, stop);
        if (http.Request.WantsJson()) return http.JsonList(to.Rows, to.After is null ? null : "/contacts/requests?after=" + to.After);
        return Pages.Show<RequestsPage>(await View(db, viewer, to, after, gone: false, stop));
    }

    private static async Task<IResult> Accept(long id, HttpContext http, Viewer viewer, GildeDb db, AnswerRequest answer, CardTicks ticks, CancellationToken stop) =>
        await Answered(http, viewer, db, await answer.Accept(viewer, id, ticks.Fields, ticks.Met, stop), stop);

    private static async Task<IResult> Decline(long id, HttpContext http, Viewer viewer, GildeDb db, AnswerRequest answer, CancellationToken stop) =>
        await Answered(http, viewer, db, await answer.Decline(viewer, id, stop), stop);

    private static async Task<IResult> Withdraw(long id, HttpContext http, Viewer viewer, GildeDb db, AnswerRequest answer, CancellationToken stop) =>
        await Answered(http, viewer, db, await answer.Withdraw(viewer, id, stop), stop);

    private static async Task<IResult> Answered(HttpContext http, Viewer viewer, GildeDb db, AnswerOutcome outcome, CancellationToken stop) => outcome switch
    {
        AnswerOutcome.Done => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/contacts/requests"),
        AnswerOutcome.Gone when http.Request.WantsJson() => Results.NotFound(),
        AnswerOutcome.Gone => Pages.WithStatus<RequestsPage>(StatusCodes.Status404NotFound, await View(db, viewer, await RequestList.To(db, viewer, null, stop), null, gone: true, stop)),
    };

    private static async Task<object> View(GildeDb db, Viewer viewer, RequestPage to, string? after, bool gone, CancellationToken stop) => new
    {
        Viewer = viewer, To = to, From = after is null ? await RequestList.From(db, viewer, null, stop) : new RequestPage([], null), Card = await db.OwnCard(viewer, stop), Gone = gone,
    };

    private static Task<Person?> Find(GildeDb db, Viewer viewer, string? to, CancellationToken stop) =>
        long.TryParse(to, CultureInfo.InvariantCulture, out var id) ? Load(db, viewer, id, stop) : People(db.MembersVisibleTo(viewer).Where(m => m.Handle == (to ?? "").TrimStart('@')), stop);

    private static Task<Person?> Load(GildeDb db, Viewer viewer, long id, CancellationToken stop) => People(db.MembersVisibleTo(viewer).Where(m => m.Id == id), stop);

    private static Task<Person?> People(IQueryable<Member> one, CancellationToken stop) =>
        one.Select(m => new Person(m.Id, m.Handle, m.Name, m.Headline, m.PictureId)).FirstOrDefaultAsync(stop);
}
