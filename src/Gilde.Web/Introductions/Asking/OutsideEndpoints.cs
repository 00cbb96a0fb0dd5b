using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The one page that somebody outside the network sees: it works without an account and answers by POST.</summary>
internal static class OutsideEndpoints
{
    public static void MapOutside(this IEndpointRouteBuilder app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get("/introduced/{token}", Show).RequireRateLimiting(RateLimits.Door);
        anyone.Post("/introduced/{token}", Answer).RequireRateLimiting(RateLimits.Door);
        anyone.Get("/introduced/done", (Viewer viewer, bool? yes) => Pages.Show<OutsideDonePage>(new { Viewer = viewer, Accepted = yes == true }));
        app.For(Access.Members).Post("/introductions/{id:long}/letter", Send).RequireRateLimiting(RateLimits.Heavy);
    }

    private static async Task<IResult> Show(string token, Viewer viewer, AnswerFromOutside answer, CancellationToken stop) =>
        await answer.Read(token, stop) is { } view ? Pages.Show<OutsidePage>(new { Viewer = viewer, View = view, Input = new OutsideInput { Name = view.Name } }) : Dead(viewer);

    private static async Task<IResult> Answer(string token, Viewer viewer, AnswerFromOutside answer, [FromForm] OutsideInput input, CancellationToken stop)
    {
        var result = await answer.Execute(viewer, token, input, stop);
        return result.Outcome switch
        {
            OutsideOutcome.Accepted => Pages.SeeOther("/introduced/done?yes=true"),
            OutsideOutcome.Declined => Pages.SeeOther("/introduced/done"),
            OutsideOutcome.LinkInvalid => Dead(viewer),
            OutsideOutcome.Invalid => Pages.Invalid<OutsidePage>(new { Viewer = viewer, View = await answer.Read(token, stop), Input = input, Errors = result.Errors }),
        };
    }

    private static async Task<IResult> Send(long id, HttpContext http, Viewer viewer, Answers answers, SendIntroduction send, [FromForm] LetterInput input, CancellationToken stop) =>
        await answers.After(http, viewer, id, await send.Execute(viewer, id, input, stop), "The mail is on its way.", stop);

    private static IResult Dead(Viewer viewer) => Pages.WithStatus<OutsideGonePage>(StatusCodes.Status404NotFound, new { Viewer = viewer });
}
