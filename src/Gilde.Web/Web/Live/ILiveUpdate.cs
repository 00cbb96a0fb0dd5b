using Gilde.Web.Events;

namespace Gilde.Web.Web.Live;

/// <summary>
/// Brings what others do onto open pages: one implementation a feature, registered as a service. An event is offered to the pages of
/// the members it concerns; each is written for its viewer alone, from what that viewer may see.
/// </summary>
public interface ILiveUpdate
{
    /// <summary>The kinds of event it knows (<see cref="EventKinds"/>).</summary>
    IReadOnlyCollection<string> Kinds { get; }

    /// <summary>Which of these members each event concerns; the members are those with a page open, the events of the known kinds.</summary>
    Task<IReadOnlyCollection<(Event Event, long MemberId)>> Concerned(GildeDb db, IReadOnlyCollection<Event> events, IReadOnlyCollection<long> members, CancellationToken stop);

    /// <summary>The post whose open pages the event is for, whoever has them open; null where it is for members alone.</summary>
    long? WatchedPost(Event e) => null;

    /// <summary>Writes what changes on the viewer's page; nothing if there is nothing that they may see.</summary>
    Task Write(LivePage page, Event e, CancellationToken stop);
}
