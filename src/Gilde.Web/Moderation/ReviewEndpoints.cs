using System.Globalization;

namespace Gilde.Web.Moderation;

/// <summary>What moderators decide: cases with their reports, and appeals.</summary>
internal static class ReviewEndpoints
{
    private const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        var moderators = app.For(Access.Moderators);
        moderators.Get("/admin/reports", Queue);
        moderators.Get("/admin/reports/{id:long}", Show);
        moderators.Post("/admin/reports/{id:long}", Decide);
        moderators.Post("/admin/appeals/{id:long}", Answer);
    }

    private static async Task<IResult> Queue(HttpContext http, Viewer viewer, GildeDb db, string? show, string? kind, long? after, CancellationToken stop)
    {
        var shown = show switch { "appealed" => CaseShow.Appealed, "decided" => CaseShow.Decided, _ => CaseShow.Open };
        var only = Enum.TryParse<CaseKind>(kind, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : (CaseKind?)null;
        var (rows, last) = await db.CasesToReview(viewer, shown, only, after, PageSize, stop);
        var next = last is { } key ? string.Create(CultureInfo.InvariantCulture, $"{ReportsPage.Address(shown, only)}&after={key}") : null;
        return http.Request.WantsJson() ? http.JsonList(rows, next) : Pages.Show<ReportsPage>(new { Viewer = viewer, Rows = rows, Next = next, Shown = shown, Only = only });
    }

    private static async Task<IResult> Show(long id, HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        if (await db.CaseToReview(viewer, id, stop) is not { } found) return Results.NotFound();
        return http.Request.WantsJson() ? Results.Json(found) : Page(viewer, found, new FieldErrors(), null);
    }

    private static async Task<IResult> Decide(long id, HttpContext http, Viewer viewer, GildeDb db, DecideCase decide, CancellationToken stop)
    {
        var input = DecisionInput.Read(await http.Form());
        var outcome = await decide.Execute(viewer, id, input, stop);
        if (outcome == Deciding.Decided) return Done(http, "/admin/reports", input.Outcome == Outcome.Dismissed ? "The report was dismissed." : "It is done, and those concerned are told why.");
        return await Refused(outcome, id, input.Check, http, viewer, db, new DecisionDraft(input, null, null), stop);
    }

    private static async Task<IResult> Answer(long id, HttpContext http, Viewer viewer, GildeDb db, AnswerAppeal answer, CancellationToken stop)
    {
        var form = await http.Form();
        var said = Enum.TryParse<AppealOutcome>(form["outcome"], ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) ? chosen : (AppealOutcome?)null;
        string? statement = form["statement"];
        if (await db.OpenAppeal(viewer, id, stop) is not var (_, decision, about)) return Results.NotFound();
        var outcome = await answer.Execute(viewer, id, said, statement, stop);
        if (outcome == Deciding.Decided)
            return Done(http, said == AppealOutcome.Reversed && decision.Outcome == Outcome.Dismissed ? $"/admin/reports/{about.Id}" : "/admin/reports?show=appealed", "The appeal is answered.");
        return await Refused(outcome, about.Id, (t, _) => Check(t, said, statement), http, viewer, db, new DecisionDraft(null, id, statement), stop);
    }

    private static FieldErrors Check(Texts t, AppealOutcome? said, string? statement)
    {
        var errors = new FieldErrors();
        if (said is null) errors.Add("outcome", t["Please choose what is to be done."]);
        if (string.IsNullOrWhiteSpace(statement)) errors.Add("statement", t["Please say why; whoever appealed reads it."]);
        return errors.AtMost(AppealAnswer.MaxStatement, t, "statement", statement ?? "");
    }

    private static IResult Done(HttpContext http, string path, string said) => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(path, said);

    private static async Task<IResult> Refused(Deciding why, long caseId, Func<Texts, CaseKind, FieldErrors> check, HttpContext http, Viewer viewer, GildeDb db, DecisionDraft draft, CancellationToken stop)
    {
        if (why == Deciding.NotFound || await db.CaseToReview(viewer, caseId, stop) is not { } found) return Results.NotFound();
        var t = viewer.T;
        var errors = why switch
        {
            Deciding.OwnAppeal => new FieldErrors().Add("", t["You appealed yourself. Somebody else must decide."]),
            Deciding.NeedsAnother => new FieldErrors().Add("", t["You decided about it the first time. Somebody else must decide now."]),
            Deciding.CannotSuspend => new FieldErrors().Add("outcome", t["Only operators suspend people with a role, and the last operator stays."]),
            _ => check(t, found.Row.Kind),
        };
        return http.Request.WantsJson() ? errors.JsonErrors(t["It was not decided."]) : Page(viewer, found, errors, draft);
    }

    private static IResult Page(Viewer viewer, CaseView found, FieldErrors errors, DecisionDraft? draft)
    {
        var model = new { Viewer = viewer, Case = found, Errors = errors, Draft = draft };
        return errors.Any ? Pages.Invalid<CasePage>(model) : Pages.Show<CasePage>(model);
    }
}

/// <summary>What was filled in when it could not be decided.</summary>
public sealed record DecisionDraft(DecisionInput? Input, long? AppealId, string? Statement);
