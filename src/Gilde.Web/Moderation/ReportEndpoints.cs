using Gilde.Web.Conversations;
using Gilde.Web.Profiles;

namespace Gilde.Web.Moderation;

/// <summary>What a member sees of reporting.</summary>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/report/message/{id:long}", Form);
        members.Post("/report/message/{id:long}", Send).RequireRateLimiting(RateLimits.People);
    }

    private static async Task<IResult> Form(long id, Viewer viewer, GildeDb db, ReportMessage report, CancellationToken stop) =>
        await Load(viewer, db, report, id, stop) is { } message ? Pages.Show<ReportPage>(new { Viewer = viewer, Message = message }) : Results.NotFound();

    private static async Task<IResult> Send(long id, HttpContext http, Viewer viewer, GildeDb db, ReportMessage report, CancellationToken stop)
    {
        var form = await http.Form();
        var reason = Enum.TryParse<ReportReason>(form["reason"], ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : (ReportReason?)null;
        string? explanation = form["explanation"];
        var message = await Load(viewer, db, report, id, stop);
        switch (await report.Execute(viewer, id, reason, explanation, stop))
        {
            case Reporting.Reported:
                return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther($"/messages/{message!.ConversationId}", "Thank you. A moderator will look at the message.");
            case Reporting.Invalid:
                var errors = new FieldErrors();
                if (reason is null) errors.Add("reason", viewer.T["Please choose a reason."]);
                if (explanation?.Length > Report.MaxExplanation) errors.Add("explanation", viewer.T["That is too long: {0} of at most {1} characters.", explanation.Length, Report.MaxExplanation]);
                return http.Request.WantsJson() ? errors.JsonErrors(viewer.T["The report was not sent."]) : Pages.Invalid<ReportPage>(new { Viewer = viewer, Message = message!, Reason = reason, Explanation = explanation, Errors = errors });
            default:
                return Results.NotFound();
        }
    }

    private static Task<ReportedMessage?> Load(Viewer viewer, GildeDb db, ReportMessage report, long id, CancellationToken stop) =>
        report.Reportable(viewer).Where(m => m.Id == id)
            .Join(db.MembersVisibleTo(viewer), m => m.SenderId, s => s.Id, (m, s) => new ReportedMessage(m.Id, m.ConversationId, s.Name, m.Body)).SingleOrDefaultAsync(stop);
}

/// <summary>The message that a report is about.</summary>
public sealed record ReportedMessage(long Id, long ConversationId, string Author, string Text);
