using Gilde.Web.Events;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Introductions on the open pages of those whom an event concerns: the count, the lists, the request itself.</summary>
public sealed class IntroductionLive(IClock clock) : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } =
    [
        EventKinds.IntroductionAsked, EventKinds.IntroductionPassed, EventKinds.IntroductionSettled, EventKinds.IntroductionArrived,
        EventKinds.IntroductionReferred, EventKinds.IntroductionWithdrawn, EventKinds.IntroductionExpired, EventKinds.IntroductionThanked,
    ];

    public Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var open = members.ToHashSet();
        return Task.FromResult<IReadOnlyCollection<(Event, long)>>(events
            .SelectMany(e => new[] { e.ActorId, e.TargetId }.OfType<long>().Where(open.Contains).Select(member => (e, member))).ToList());
    }

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        var id = e.ObjectId ?? 0;
        page.CountsChanged();
        var lists = new IntroductionLists(page.Db, clock);
        if (await IntroductionView.Load(page.Db, page.Viewer, id, clock.GetCurrentInstant(), stop) is { } view)
        {
            await page.Replace<IntroductionBody>($"introduction-{id}", new { page.Viewer, View = view });
            if (view.Part == IntroductionPart.Requester)
                await page.Replace<RequestedRowLine>($"introduction-row-{id}", new { page.Viewer, Row = new RequestedRow(id, view.TargetName, view.FirstName!, view.Wish, view.AskedAt, view.ExpiresAt, view.State!.Value) });
        }
        else await page.Replace<IntroductionGone>($"introduction-{id}", new { page.Viewer, Id = id });
        await page.Replace<WaitingCard>("introductions-waiting", new { page.Viewer, Waiting = await lists.Waiting(page.Viewer, null, MineView.First, stop) });
    }
}
