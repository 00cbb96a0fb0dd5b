using Gilde.Web.Formats;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;
using Microsoft.Extensions.Primitives;

namespace Gilde.Web.Conversations;

internal static class NewMessageEndpoints
{
    private const int MostContacts = 60;

    public static void MapNewMessages(this IEndpointRouteBuilder app) => app.For(Access.Members).Get("/messages/new", New).RequireRateLimiting(RateLimits.People);

    private static async Task<IResult> New(HttpContext http, Viewer viewer, GildeDb db, string? to, string? q, string? draft, string? reason, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(to)) return Pages.Show<NewConversationPage>(await Choice(db, viewer, q, Values(http.Request.Query["with"]), stop));
        if (await Find(db, viewer, to, stop) is not { } receiver) return Results.NotFound();
        if (await db.DirectBetween(viewer.Id, receiver.Id, stop) is { } known && await db.ConversationsOf(viewer).AnyAsync(p => p.ConversationId == known.Id, stop)
            && receiver.Writing != Writing.FirstMessage) return Pages.SeeOther($"/messages/{known.Id}" + (draft is null ? "" : "?draft=" + Uri.EscapeDataString(draft)));
        return Pages.Show<NewMessagePage>(new { Viewer = viewer, Receiver = receiver, Input = new MessageInput(to, draft, reason) });
    }

    public static string[] Values(StringValues values) => values.OfType<string>().ToArray();

    /// <summary>The form again, with what was typed and why it was not sent.</summary>
    public static async Task<IResult> Again(HttpContext http, Viewer viewer, GildeDb db, MessageInput input, FieldErrors errors, int status, CancellationToken stop)
    {
        if (http.Request.WantsJson())
            return status == StatusCodes.Status422UnprocessableEntity ? errors.JsonErrors(viewer.T["The message was not sent."]) : Results.Problem(errors[""], statusCode: status, title: viewer.T["The message was not sent."]);
        return await Find(db, viewer, input.To, stop) is { } receiver
            ? Pages.WithStatus<NewMessagePage>(status, new { Viewer = viewer, Receiver = receiver, Input = input, Errors = errors })
            : Results.NotFound();
    }

    /// <summary>The contacts to choose from; who is chosen already stays, whatever is searched for.</summary>
    public static async Task<object> Choice(GildeDb db, Viewer viewer, string? q, IReadOnlyCollection<string> with, CancellationToken stop, string? title = null, FieldErrors? errors = null)
    {
        var words = (q ?? "").Trim();
        var found = await db.ContactsNamed(viewer, VisibleText.Cut(words, 100)).Where(m => !with.Contains(m.Handle)).Take(MostContacts).Select(m => new Addressee(m.Id, m.Name, m.Handle, m.Headline, m.PictureId)).ToListAsync(stop);
        var chosen = with.Count == 0 ? [] : await db.ContactsNamed(viewer, "").Where(m => with.Contains(m.Handle)).Take(Conversation.MaxParticipants).Select(m => new Addressee(m.Id, m.Name, m.Handle, m.Headline, m.PictureId)).ToListAsync(stop);
        return new { Viewer = viewer, Words = words, Found = found, Chosen = chosen, Title = title, Errors = errors ?? new FieldErrors() };
    }

    private static async Task<Addressee?> Find(GildeDb db, Viewer viewer, string? to, CancellationToken stop)
    {
        var handle = (to ?? "").TrimStart('@').ToLowerInvariant();
        var receiver = await db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && m.Id != viewer.Id).Select(m => new Addressee(m.Id, m.Name, m.Handle, m.Headline, m.PictureId)).SingleOrDefaultAsync(stop);
        return receiver is null ? null : receiver with { Writing = await db.WritingTo(viewer, receiver.Id, stop) };
    }
}

/// <summary>Somebody to write to.</summary>
public sealed record Addressee(long Id, string Name, string Handle, string Headline, long? PictureId)
{
    public Writing Writing { get; init; }
    public string? Picture => PictureId is { } id ? PictureAddress.Of(id, PictureSize.Small) : null;
}
