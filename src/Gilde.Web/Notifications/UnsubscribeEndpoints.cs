namespace Gilde.Web.Notifications;

/// <summary>
/// The addresses at the foot of mails: a page that asks once more for people, one POST for mail programs (RFC 8058), which have no session and come from
/// anywhere. The token alone counts.
/// </summary>
internal static class UnsubscribeEndpoints
{
    public static void MapUnsubscribe(this IEndpointRouteBuilder app)
    {
        var anyone = app.For(Access.Anyone);
        anyone.Get(UnsubscribeLinks.Start + "{token}", Ask);
        anyone.Post(UnsubscribeLinks.Start + "{token}", End);
    }

    private static IResult Ask(string token, Viewer viewer, UnsubscribeLinks links) =>
        links.Read(token) is { } from ? Pages.Show<UnsubscribePage>(new { Viewer = viewer, What = from }) : Results.NotFound();

    private static async Task<IResult> End(string token, Viewer viewer, UnsubscribeLinks links, SaveWishes save, CancellationToken stop)
    {
        if (links.Read(token) is not { } from) return Results.NotFound();
        await save.Unsubscribe(from, stop);
        return Pages.Show<UnsubscribePage>(new { Viewer = viewer, What = from, IsDone = true });
    }
}
