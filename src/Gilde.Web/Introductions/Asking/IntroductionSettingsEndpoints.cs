using Gilde.Web.Events;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Gilde.Web.Introductions.Asking;

public sealed record ChoiceForm
{
    /// <summary>"true" while the member takes part; a switch that is off sends nothing.</summary>
    public string? TakesPart { get; init; }
    public string? Askers { get; init; }
    /// <summary>The first day without the pause, as 2026-12-24; nothing for none.</summary>
    public string? Pause { get; init; }
    public string? Save { get; init; }
}

/// <summary>Whether a member takes part in introductions, and who may be led to them.</summary>
internal static class IntroductionSettingsEndpoints
{
    private static readonly Duration LongestPause = Duration.FromDays(366);

    public static void MapIntroductionSettings(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/introductions", Show);
        members.Post("/settings/introductions", Save);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        var choice = await Own(db, viewer, stop) ?? new IntroductionChoice { MemberId = viewer.Id };
        var pause = choice.PausedUntil is { } until ? LocalDatePattern.Iso.Format(until.InZone(viewer.Zone).Date) : "";
        if (http.Request.WantsJson()) return Results.Json(new { takesPart = choice.OutSince is null, askers = choice.Askers, pause });
        return Page(viewer, new ChoiceForm { TakesPart = choice.OutSince is null ? "true" : null, Askers = choice.Askers.ToString(), Pause = pause }, new FieldErrors(), clock);
    }

    private static async Task<IResult> Save(HttpContext http, Viewer viewer, GildeDb db, IClock clock, [FromForm] ChoiceForm form, CancellationToken stop)
    {
        var (now, errors) = (clock.GetCurrentInstant(), new FieldErrors());
        var until = PauseEnd(viewer, form.Pause, now, errors);
        if (!Enum.TryParse<Askers>(form.Askers ?? nameof(Askers.Anybody), out var askers) || !Enum.IsDefined(askers)) errors.Add("askers", viewer.T["Please choose one."]);
        if (errors.Any) return http.Request.WantsJson() ? errors.JsonErrors(viewer.T["That did not work"]) : Page(viewer, form, errors, clock);
        await db.Alone(async () =>
        {
            var choice = await Own(db, viewer, stop) ?? db.Add(new IntroductionChoice { MemberId = viewer.Id }).Entity;
            (choice.Askers, choice.PausedUntil) = (askers, until);
            choice.OutSince = form.TakesPart == "true" ? null : choice.OutSince ?? now;
            db.Record(clock, EventKinds.MemberChanged, viewer.Id, viewer.Id);
            return await db.SaveChangesAsync(stop);
        }, stop);
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/introductions", "Saved.");
    }

    private static Instant? PauseEnd(Viewer viewer, string? typed, Instant now, FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (LocalDatePattern.Iso.Parse(typed) is not { Success: true, Value: var day }) errors.Add("pause", viewer.T["Please enter a day."]);
        else if (day.AtStartOfDayInZone(viewer.Zone).ToInstant() is var end && end > now && end <= now + LongestPause) return end;
        else errors.Add("pause", viewer.T["Please choose a day within the next year."]);
        return null;
    }

    private static Task<IntroductionChoice?> Own(GildeDb db, Viewer viewer, CancellationToken stop) => db.IntroductionChoices.SingleOrDefaultAsync(c => c.MemberId == viewer.Id, stop);

    private static IResult Page(Viewer viewer, ChoiceForm form, FieldErrors errors, IClock clock)
    {
        var tomorrow = LocalDatePattern.Iso.Format(clock.GetCurrentInstant().InZone(viewer.Zone).Date.PlusDays(1));
        var model = new { Viewer = viewer, Form = form, Errors = errors, Tomorrow = tomorrow };
        return errors.Any ? Pages.Invalid<IntroductionSettingsPage>(model) : Pages.Show<IntroductionSettingsPage>(model);
    }
}
