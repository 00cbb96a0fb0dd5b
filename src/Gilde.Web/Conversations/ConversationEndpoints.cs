using System.Globalization;
using Gilde.Web.Web.Live;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Conversations;

public static class ConversationEndpoints
{
    /// <summary>Above the largest picture taken, so that one that is too large gets a sentence instead of a broken connection.</summary>
    private const long MaxRequest = 40 << 20;

    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/messages", List);
        members.Post("/messages", Write).RequireRateLimiting(RateLimits.People);
        members.Get("/messages/{id:long}", Thread);
        members.Post("/messages/{id:long}", Send).WithMetadata(new RequestSizeLimitAttribute(MaxRequest)).RequireRateLimiting(RateLimits.People);
        members.Post("/messages/{id:long}/read", Read);
        members.Post("/messages/{id:long}/mute", async (long id, HttpContext http, Viewer viewer, Tidy tidy, CancellationToken stop) => await Tidied(http, tidy.Mute(viewer, id, await http.IsOn(), stop), $"/messages/{id}"));
        members.Post("/messages/{id:long}/put-away", async (long id, HttpContext http, Viewer viewer, Tidy tidy, CancellationToken stop) => await Tidied(http, tidy.PutAway(viewer, id, await http.IsOn(), stop), "/messages"));
        members.Post("/messages/{id:long}/{messageId:long}/remove", Remove);
        app.MapMessageSearch();
        app.MapNewMessages();
        app.MapGroups();
    }

    private static async Task<IResult> List(HttpContext http, Viewer viewer, GildeDb db, IClock clock, long? before, string? box, CancellationToken stop)
    {
        var page = await ConversationList.Load(db, viewer, before, box == "away", stop);
        return http.Request.WantsJson() ? http.JsonList(page.Rows, page.Next) : Pages.Show<MessagesPage>(new { Viewer = viewer, List = page, Before = before, Now = clock.GetCurrentInstant() });
    }

    private static async Task<IResult> Thread(long id, HttpContext http, Viewer viewer, GildeDb db, IClock clock, MarkRead read, long? before, string? draft, CancellationToken stop)
    {
        if (await ThreadView.Load(db, viewer, id, before, stop) is not { } thread) return Results.NotFound();
        if (http.Request.WantsJson()) return http.JsonList(thread.Messages.Reverse().ToList(), thread.Earlier);
        if (thread is { IsLatest: true, Head.Unread: > 0, Messages: [.., var newest] } && !http.Request.IsPrefetch()) await read.Execute(viewer, id, newest.Id, stop);
        return Pages.Show<MessagesPage>(await View(http, viewer, db, clock, thread, draft is null ? null : new Draft(draft, null), stop));
    }

    private static async Task<IResult> Send(long id, MessageInput input, HttpContext http, Viewer viewer, GildeDb db, IClock clock, SendMessage send, CancellationToken stop)
    {
        var result = await send.Execute(viewer, id, input, stop);
        return result.Outcome switch
        {
            Sending.Sent when http.Request.WantsJson() => Results.Created($"/messages/{id}", new { result.ConversationId, result.MessageId }),
            Sending.Sent when LivePage.IsWanted(http) => await Streamed(http, viewer, db, result, stop),
            Sending.Sent => Pages.SeeOther($"/messages/{id}"),
            Sending.NotFound or Sending.TooManyStrangers => Results.NotFound(),
            Sending.Unanswered => await Refused(id, input, new FieldErrors().Add("text", viewer.T["You can go on once your first message is answered."]), http, viewer, db, clock, stop),
            Sending.Invalid => await Refused(id, input, result.Errors, http, viewer, db, clock, stop),
        };
    }

    /// <summary>The sender's page gets the message in the answer itself, as the other pages get it by their streams.</summary>
    private static async Task<IResult> Streamed(HttpContext http, Viewer viewer, GildeDb db, SendResult sent, CancellationToken stop)
    {
        var page = new LivePage(db, viewer, http.RequestServices.GetRequiredService<HtmlRenderer>());
        await http.RequestServices.GetRequiredService<ConversationLive>().Show(page, sent.ConversationId, sent.MessageId, stop);
        return Results.Content(await page.Finish(), LivePage.ContentType);
    }

    /// <summary>The thread again, with what was typed and why it was not sent.</summary>
    private static async Task<IResult> Refused(long id, MessageInput input, FieldErrors errors, HttpContext http, Viewer viewer, GildeDb db, IClock clock, CancellationToken stop)
    {
        if (http.Request.WantsJson()) return errors.JsonErrors(viewer.T["The message was not sent."]);
        if (await ThreadView.Load(db, viewer, id, stop: stop) is not { } thread) return Results.NotFound();
        return Pages.Invalid<MessagesPage>(await View(http, viewer, db, clock, thread, new Draft(input.Text, errors["text"] ?? errors["picture"]), stop));
    }

    private static async Task<object> View(HttpContext http, Viewer viewer, GildeDb db, IClock clock, ThreadView thread, Draft? draft, CancellationToken stop)
    {
        // Asked for as a part of the page that is open already: the list beside it stays.
        var list = http.Request.Headers.ContainsKey("Turbo-Frame") ? new ConversationPage([], null, false) : await ConversationList.Load(db, viewer, null, stop: stop);
        return new { Viewer = viewer, List = list, Thread = thread, Draft = draft, Now = clock.GetCurrentInstant() };
    }

    private static async Task<IResult> Write(MessageInput input, HttpContext http, Viewer viewer, GildeDb db, WriteToMember write, CancellationToken stop)
    {
        var result = await write.Execute(viewer, input, stop);
        switch (result.Outcome)
        {
            case Sending.Sent:
                return http.Request.WantsJson() ? Results.Created($"/messages/{result.ConversationId}", new { result.ConversationId, result.MessageId }) : Pages.SeeOther($"/messages/{result.ConversationId}");
            case Sending.Unanswered:
                return http.Request.WantsJson()
                    ? new FieldErrors().Add("text", viewer.T["You can go on once your first message is answered."]).JsonErrors(viewer.T["The message was not sent."])
                    : Pages.SeeOther($"/messages/{result.ConversationId}");
            case Sending.Invalid:
                return await NewMessageEndpoints.Again(http, viewer, db, input, result.Errors, StatusCodes.Status422UnprocessableEntity, stop);
            case Sending.TooManyStrangers:
                http.RetryAfter(result.Wait);
                var hours = (long)Math.Ceiling(result.Wait.TotalHours);
                var sentence = viewer.T["You have written to as many new people as one may within a day."] + " " + viewer.T.Count(hours, "You can go on in an hour at the latest.", "You can go on in {0} hours at the latest.");
                return await NewMessageEndpoints.Again(http, viewer, db, input, new FieldErrors().Add("", sentence), StatusCodes.Status429TooManyRequests, stop);
            default:
                return Results.NotFound();
        }
    }

    private static async Task<IResult> Read(long id, HttpContext http, Viewer viewer, MarkRead read, CancellationToken stop)
    {
        var seen = long.TryParse(await http.Field("seen"), CultureInfo.InvariantCulture, out var message) ? message : long.MaxValue;
        if (!await read.Execute(viewer, id, seen, stop)) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther($"/messages/{id}");
    }

    private static async Task<IResult> Remove(long id, long messageId, HttpContext http, Viewer viewer, GildeDb db, IClock clock, RemoveMessage remove, CancellationToken stop) => await remove.Execute(viewer, messageId, stop) switch
    {
        Removal.Removed => http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther($"/messages/{id}"),
        Removal.NotFound => Results.NotFound(),
        Removal.TooLate => await Refused(id, new MessageInput(null, null, null), new FieldErrors().Add("text", viewer.T["A message can be taken back within ten minutes."]), http, viewer, db, clock, stop),
    };

    private static async Task<IResult> Tidied(HttpContext http, Task<bool> done, string back) =>
        await done ? http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(back) : Results.NotFound();
}

/// <summary>What was typed and not sent.</summary>
public sealed record Draft(string? Text, string? Error);
