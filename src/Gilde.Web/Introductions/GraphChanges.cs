using Gilde.Web.Events;

namespace Gilde.Web.Introductions;

/// <summary>Whom some events may have changed in the graph. It says where to look again, not what has changed, so that it may come late, twice and in any order.</summary>
internal sealed class GraphChanges
{
    public HashSet<long> Members { get; } = [];
    public HashSet<(long Low, long High)> Pairs { get; } = [];
    /// <summary>So much that the whole graph is read anew.</summary>
    public bool Everything { get; private set; }

    public bool Any => Everything || Members.Count > 0 || Pairs.Count > 0;

    public static GraphChanges Of(IEnumerable<Event> events)
    {
        var changes = new GraphChanges();
        foreach (var e in events) changes.Add(e);
        return changes;
    }

    public void Add(GraphChanges later)
    {
        Members.UnionWith(later.Members);
        Pairs.UnionWith(later.Pairs);
        Everything |= later.Everything;
    }

    private void Add(Event e)
    {
        switch (e.Kind)
        {
            case EventKinds.NetworkImported or EventKinds.TiesRebuilt:
                Everything = true;
                break;
            case EventKinds.ContactMade or EventKinds.ContactRemoved or EventKinds.ContactChanged or EventKinds.Blocked or EventKinds.Unblocked or EventKinds.TieChanged:
                if (e is { ActorId: { } a, TargetId: { } b } && a != b) Pairs.Add(a < b ? (a, b) : (b, a));
                break;
            case EventKinds.MemberJoined or EventKinds.MemberChanged or EventKinds.MemberSuspended or EventKinds.MemberRestored or EventKinds.MemberErased:
                if (e.TargetId is { } member) Members.Add(member);
                break;
        }
    }
}
