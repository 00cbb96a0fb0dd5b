using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Accounts.Invitations;

public sealed record InvitationForm
{
    public string? Email { get; init; }
    public string? Sentence { get; init; }
    public string? Language { get; init; }
}

internal static class InvitationEndpoints
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/invite", async (Viewer viewer, GildeDb db, IClock clock) => await Page(viewer, db, clock, new InvitationForm { Language = viewer.Language.Code() }, new FieldErrors()));
        members.Post("/invite", Submit).RequireRateLimiting(RateLimits.People);
        members.Post("/invite/{id:long}/withdraw", Withdraw);
    }

    private static async Task<IResult> Page(Viewer viewer, GildeDb db, IClock clock, InvitationForm form, FieldErrors errors)
    {
        var model = new { Viewer = viewer, Form = form, Errors = errors, Rows = await db.InvitationsOf(viewer, clock.GetCurrentInstant()).Take(Shown).ToListAsync() };
        return errors.Any ? Pages.Invalid<InvitePage>(model) : Pages.Show<InvitePage>(model);
    }

    private static async Task<IResult> Submit(Viewer viewer, Caller caller, InviteMember invite, GildeDb db, IClock clock, [FromForm] InvitationForm form)
    {
        var outcome = await invite.Execute(viewer.Id, caller, form.Email, form.Sentence, Languages.Parse(form.Language) ?? viewer.Language);
        return outcome == InviteOutcome.Sent ? Pages.SeeOther("/invite", "The invitation is on its way.") : await Page(viewer, db, clock, form, outcome.Errors(viewer.T));
    }

    private static async Task<IResult> Withdraw(Viewer viewer, long id, GildeDb db) =>
        await db.MailLinks.Where(l => l.Id == id && l.Purpose == LinkPurpose.Invitation && l.InviterId == viewer.Id && l.UsedAt == null).ExecuteDeleteAsync() == 1
            ? Pages.SeeOther("/invite", "The invitation is withdrawn.")
            : Results.NotFound();
}
