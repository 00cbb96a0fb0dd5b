namespace Gilde.Web.Conversations;

internal static class SearchEndpoints
{
    /// <summary>So many later messages stand below one that a search led to.</summary>
    private const int After = 15;

    public static void MapMessageSearch(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/messages/search", Search).RequireRateLimiting(RateLimits.People);
        members.Get("/messages/{id:long}/at/{messageId:long}", At);
    }

    private static async Task<IResult> Search(HttpContext http, Viewer viewer, GildeDb db, IClock clock, string? q, long? before, CancellationToken stop)
    {
        var page = await MessageSearch.Load(db, viewer, q, before, stop);
        return http.Request.WantsJson() ? http.JsonList(page.Found, page.Next) : Pages.Show<SearchMessagesPage>(new { Viewer = viewer, Page = page, Before = before, Now = clock.GetCurrentInstant() });
    }

    /// <summary>Leads to the page of a thread on which a message stands.</summary>
    private static async Task<IResult> At(long id, long messageId, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var messages = db.MessagesFor(viewer).Where(m => m.ConversationId == id);
        if (!await messages.AnyAsync(m => m.Id == messageId, stop)) return Results.NotFound();
        var later = await messages.Where(m => m.Id > messageId).OrderBy(m => m.Id).Skip(After).Select(m => (long?)m.Id).FirstOrDefaultAsync(stop);
        return Pages.SeeOther($"/messages/{id}{(later is null ? "" : $"?before={later}")}#message-{messageId}");
    }
}
