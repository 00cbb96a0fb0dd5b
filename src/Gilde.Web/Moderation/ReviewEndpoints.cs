using System.Globalization;
using Gilde.Web.Conversations;

namespace Gilde.Web.Moderation;

/// <summary>What moderators decide: reports, and first messages that were held.</summary>
internal static class ReviewEndpoints
{
    private const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin/reports", Reports);
        moderators.Post("/admin/reports/{id:long}", Decide);
        moderators.Get("/admin/held", Held);
        moderators.Post("/admin/held/{id:long}/release", (long id, HttpContext http, Viewer viewer, ReviewFirstMessage review, CancellationToken stop) => Reviewed(http, review.Execute(viewer, id, release: true, stop), "The message was delivered."));
        moderators.Post("/admin/held/{id:long}/drop", (long id, HttpContext http, Viewer viewer, ReviewFirstMessage review, CancellationToken stop) => Reviewed(http, review.Execute(viewer, id, release: false, stop), "The message was dropped."));
    }

    private static async Task<IResult> Reports(HttpContext http, Viewer viewer, GildeDb db, string? show, long? after, CancellationToken stop)
    {
        var (page, next) = await LoadReports(db, show == "decided", after, stop);
        return http.Request.WantsJson() ? http.JsonList(page, next) : Pages.Show<ReportsPage>(new { Viewer = viewer, Rows = page, Next = next, Decided = show == "decided" });
    }

    private static async Task<(IReadOnlyList<ReportRow> Rows, string? Next)> LoadReports(GildeDb db, bool decided, long? after, CancellationToken stop)
    {
        // Open ones by waiting time, decided ones newest first.
        var rows = decided ? db.ReportRows().Where(r => r.Outcome != null).OrderByDescending(r => r.Id) : db.ReportRows().Where(r => r.Outcome == null).OrderBy(r => r.Id);
        if (after is { } id) rows = decided ? rows.Where(r => r.Id < id).OrderByDescending(r => r.Id) : rows.Where(r => r.Id > id).OrderBy(r => r.Id);
        var found = await rows.Take(PageSize + 1).ToListAsync(stop);
        return (found.Take(PageSize).ToList(), found.Count > PageSize ? $"/admin/reports?{(decided ? "show=decided&" : "")}after={found[PageSize - 1].Id}" : null);
    }

    private static async Task<IResult> Decide(long id, HttpContext http, Viewer viewer, GildeDb db, DecideReport decide, CancellationToken stop)
    {
        var form = await http.Form();
        var outcome = form["outcome"] == "removed" ? ReportOutcome.Removed : ReportOutcome.Dismissed;
        string? statement = form["statement"];
        switch (await decide.Execute(viewer, id, outcome, statement, stop))
        {
            case Deciding.Decided:
                return http.Request.WantsJson() ? Results.NoContent() : outcome == ReportOutcome.Removed ? Pages.SeeOther("/admin/reports", "The message was removed, its author is told why.") : Pages.SeeOther("/admin/reports", "The report was dismissed.");
            case Deciding.NeedsStatement:
                var errors = new FieldErrors().Add("statement", viewer.T["Please tell the author in at most {0} characters why the message is removed.", ReportDecision.MaxStatement]);
                if (http.Request.WantsJson()) return errors.JsonErrors(viewer.T["The report was not decided."]);
                var (rows, next) = await LoadReports(db, decided: false, null, stop);
                return Pages.Invalid<ReportsPage>(new { Viewer = viewer, Rows = rows, Next = next, Errors = errors, WrongId = id, Statement = statement });
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> Held(HttpContext http, Viewer viewer, GildeDb db, long? after, CancellationToken stop)
    {
        var rows = db.HeldRows();
        if (after is { } id) rows = rows.Where(r => r.MessageId > id);
        var found = await rows.OrderBy(r => r.MessageId).Take(PageSize + 1).ToListAsync(stop);
        var page = found.Take(PageSize).ToList();
        var next = found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"/admin/held?after={page[^1].MessageId}") : null;
        return http.Request.WantsJson() ? http.JsonList(page, next) : Pages.Show<HeldPage>(new { Viewer = viewer, Rows = page, Next = next });
    }

    private static async Task<IResult> Reviewed(HttpContext http, Task<bool> done, string said) =>
        await done ? http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/admin/held", said) : Results.NotFound();
}
