using Gilde.Web.Events;

namespace Gilde.Web.Web.Live;

/// <summary>The count of open requests for contact, on every page of whom they concern.</summary>
internal sealed class ContactCounts : ILiveUpdate
{
    public IReadOnlyCollection<string> Kinds { get; } = [EventKinds.ContactAsked, EventKinds.ContactMade];

    public Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop)
    {
        var open = members.ToHashSet();
        return Task.FromResult<IReadOnlyCollection<(Event, long)>>(events
            .SelectMany(e => new[] { e.ActorId, e.TargetId }.OfType<long>().Where(open.Contains).Select(member => (e, member))).ToList());
    }

    public Task Write(LivePage page, Event e, CancellationToken stop)
    {
        page.CountsChanged();
        return Task.CompletedTask;
    }
}
