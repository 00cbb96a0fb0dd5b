using Gilde.Web.Events;
using Gilde.Web.Web.Live;

namespace Gilde.Web.Posts.Polls;

/// <summary>Counts on open pages of the post, for those who see counts; the end for all.</summary>
public sealed class PollLive(IClock clock) : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.PollVoted, EventKinds.PollClosed];

    public Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop) =>
        Task.FromResult<IReadOnlyCollection<(Event, long)>>([]);

    public long? WatchedPost(Event e) => e.ObjectId;

    public async Task Write(LivePage page, Event e, CancellationToken stop)
    {
        if (await PollState.One(page.Db, page.Viewer, e.ObjectId ?? 0, clock.GetCurrentInstant(), stop) is not { } poll) return;
        // The form is another element: whoever is just choosing keeps what they chose.
        if (e.Kind == EventKinds.PollVoted && poll.ShowsCounts) await page.Replace<PollCounts>($"poll-counts-{poll.PostId}", new { page.Viewer, Poll = poll });
        if (e.Kind == EventKinds.PollClosed) await page.Replace<PollView>($"poll-{poll.PostId}", new { page.Viewer, Poll = poll });
    }
}
