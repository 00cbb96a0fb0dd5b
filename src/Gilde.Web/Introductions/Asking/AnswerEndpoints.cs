namespace Gilde.Web.Introductions.Asking;

/// <summary>One introduction, and what each who has to do with it may do.</summary>
internal static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/introductions/{id:long}", Show);
        members.Post("/introductions/{id:long}/pass", async (long id, HttpContext http, Viewer viewer, Answers answers, PassOnIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, await http.Field("words"), stop), "Passed on.", stop));
        members.Post("/introductions/{id:long}/decline", async (long id, HttpContext http, Viewer viewer, Answers answers, DeclineIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, stop), "Declined. Nobody learns of it.", stop));
        members.Post("/introductions/{id:long}/refer", async (long id, HttpContext http, Viewer viewer, Answers answers, ReferIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, await http.Field("words"), stop), "They may write directly now.", stop));
        members.Post("/introductions/{id:long}/accept", async (long id, HttpContext http, Viewer viewer, Answers answers, AcceptIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, await http.Field("words"), stop), "You can talk to each other now.", stop));
        members.Post("/introductions/{id:long}/withdraw", async (long id, HttpContext http, Viewer viewer, Answers answers, WithdrawIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, stop), "Request withdrawn.", stop));
        members.Post("/introductions/{id:long}/thanks", async (long id, HttpContext http, Viewer viewer, Answers answers, ThankForIntroduction act, CancellationToken stop) =>
            await answers.After(http, viewer, id, await act.Execute(viewer, id, await http.Field("words"), stop), "Your thanks are on their way.", stop));
    }

    private static async Task<IResult> Show(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, long? entry, CancellationToken stop)
    {
        if (await IntroductionView.Load(db, viewer, id, clock.GetCurrentInstant(), stop) is not { } view) return Results.NotFound();
        if (view is { IsOutside: true, Part: IntroductionPart.Holder })
            view = view with { AddressBook = await KnownOutside.Like(db, viewer, view.TargetName, stop), Chosen = await KnownOutside.Find(db, viewer, entry, stop) };
        return http.Request.WantsJson() ? Results.Json(view) : Pages.Show<IntroductionPage>(new { Viewer = viewer, View = view });
    }
}

/// <summary>What the one who answers gets to see: where it leads, what was wrong, or that somebody was quicker.</summary>
internal sealed class Answers(GildeDb db, IntroductionLists lists, IClock clock)
{
    public async Task<IResult> After(HttpContext http, Viewer viewer, long id, AnswerResult result, string said, CancellationToken stop)
    {
        var (json, t) = (http.Request.WantsJson(), viewer.T);
        if (result.Answer is not { } answer) return Results.NotFound();
        if (result.Wait is { } wait) return await TooMany(viewer, id, http, wait, stop);
        if (result.Errors is { } errors) return json ? errors.JsonErrors(t["That did not work"]) : await Again(viewer, id, http, StatusCodes.Status422UnprocessableEntity, errors, null, stop);
        return answer switch
        {
            Answering.Taken or Answering.Already when json => Results.NoContent(),
            Answering.Taken or Answering.Already => Pages.SeeOther(result.ConversationId > 0 ? $"/messages/{result.ConversationId}" : await Place(viewer, id, stop), said),
            Answering.Otherwise when json => Results.Problem(t["There was another answer before."], statusCode: StatusCodes.Status409Conflict, title: t["That did not work"]),
            Answering.Otherwise => await Again(viewer, id, http, StatusCodes.Status409Conflict, new FieldErrors(), t["There was another answer before. This is how it stands."], stop),
            Answering.Gone when json => Results.NotFound(),
            Answering.Gone => await Gone(viewer, StatusCodes.Status404NotFound, stop),
        };
    }

    /// <summary>The request's page as long as it exists for the viewer: one that they declined does not.</summary>
    private async Task<string> Place(Viewer viewer, long id, CancellationToken stop) =>
        await IntroductionView.Load(db, viewer, id, clock.GetCurrentInstant(), stop) is null ? "/introductions" : IntroductionAddresses.One(id);

    private async Task<IResult> Again(Viewer viewer, long id, HttpContext http, int status, FieldErrors errors, string? notice, CancellationToken stop) =>
        await IntroductionView.Load(db, viewer, id, clock.GetCurrentInstant(), stop) is { } view
            ? Pages.WithStatus<IntroductionPage>(status, new { Viewer = viewer, View = view, Errors = errors, Words = await http.Field("words"), Letter = await Letter(http, view), Notice = notice })
            : await Gone(viewer, status == StatusCodes.Status422UnprocessableEntity ? StatusCodes.Status404NotFound : status, stop);

    private async Task<IResult> TooMany(Viewer viewer, long id, HttpContext http, Duration wait, CancellationToken stop)
    {
        http.RetryAfter(wait);
        var sentence = viewer.T["That is enough for today: {0} such mails a day. Please go on tomorrow.", SendIntroduction.MostADay];
        return http.Request.WantsJson()
            ? Results.Problem(sentence, statusCode: StatusCodes.Status429TooManyRequests, title: viewer.T["That is enough for today"])
            : await Again(viewer, id, http, StatusCodes.Status429TooManyRequests, new FieldErrors().Add("email", sentence), null, stop);
    }

    private static async Task<LetterInput?> Letter(HttpContext http, IntroductionView view) => view is { IsOutside: true, Part: IntroductionPart.Holder }
        ? new LetterInput { Name = await http.Field("name"), Email = await http.Field("email"), Words = await http.Field("words"), Language = await http.Field("language") }
        : null;

    private async Task<IResult> Gone(Viewer viewer, int status, CancellationToken stop) =>
        Pages.WithStatus<WaitingIntroductionsPage>(status, new { Viewer = viewer, Waiting = await lists.Waiting(viewer, null, stop: stop), Gone = true });
}
