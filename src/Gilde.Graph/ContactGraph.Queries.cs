namespace Gilde.Graph;

public sealed partial class ContactGraph
{
    /// <summary>Over how many of their strongest ties suggestions go on, at the viewer and at each contact, unless told otherwise.</summary>
    public const int DefaultHubCap = 250;

    const int MostOnAPage = 256;

    /// <summary>Over how many hops a viewer reaches each of some people.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="people">Whom, in any order; the same person may be there twice.</param>
    /// <param name="degrees">Receives for each person, at the same index, the hops of the shortest path: 1, 2 or 3; 0 if there is none, or the person is the viewer.</param>
    /// <exception cref="ArgumentException"><paramref name="degrees"/> is not as long as <paramref name="people"/>.</exception>
    public void Degrees(long viewer, ReadOnlySpan<long> people, Span<byte> degrees)
    {
        if (degrees.Length != people.Length) throw new ArgumentException("One degree for each person.", nameof(degrees));

        degrees.Clear();
        using var view = Viewpoint.Of(store, viewer);
        if (view is null) return;

        // Who is not to be found stands as the viewer, who is at no degree.
        var slots = people.Length <= MostOnAPage ? stackalloc uint[people.Length] : new uint[people.Length];
        for (var i = 0; i < people.Length; i++) slots[i] = (uint)(view.TryFindSlot(people[i], out var slot) ? slot : view.Viewer);
        DegreeSearch.Find(view, slots, degrees);
    }

    /// <summary>How close a viewer is to each of some people by a tie of their own.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="people">Whom, in any order; the same person may be there twice.</param>
    /// <param name="strengths">Receives for each person, at the same index, the strength of the tie from 1 to 255; 0 if the two are not in contact.</param>
    /// <exception cref="ArgumentException"><paramref name="strengths"/> is not as long as <paramref name="people"/>.</exception>
    public void OwnTies(long viewer, ReadOnlySpan<long> people, Span<byte> strengths)
    {
        if (strengths.Length != people.Length) throw new ArgumentException("One strength for each person.", nameof(strengths));

        strengths.Clear();
        using var view = Viewpoint.Of(store, viewer);
        if (view is null) return;

        for (var i = 0; i < people.Length; i++)
            if (view.TryFind(people[i], out var person)) strengths[i] = view.StrengthTo(person);
    }

    /// <summary>Whom a viewer and a person both are in contact with: the people in the middle of all two-hop paths between them.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="person">The other; may be a contact of the viewer or not.</param>
    /// <param name="take">How many to name at most, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is negative.</exception>
    public MutualSummary MutualContacts(long viewer, long person, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        using var view = Viewpoint.Of(store, viewer);
        return view is not null && view.TryFind(person, out var slot) ? MutualSearch.Find(view, slot, take) : MutualSummary.None;
    }

    /// <summary>The warmest paths from a viewer to a target, a direct contact among them.</summary>
    /// <param name="viewer">Where the paths start.</param>
    /// <param name="target">Where they end.</param>
    /// <param name="k">How many at most, 0 or more.</param>
    /// <returns>The k best, best first; fewer if there are fewer, none for a target that is unknown, out of reach or the viewer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative.</exception>
    public IReadOnlyList<ContactPath> WarmestPaths(long viewer, long target, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        using var view = Viewpoint.Of(store, viewer);
        return view is not null && view.TryFind(target, out var slot) ? PathSearch.Find(view, slot, k) : [];
    }

    /// <summary>The warmest paths from a viewer to any of several targets, such as all who have a skill.</summary>
    /// <param name="viewer">Where the paths start.</param>
    /// <param name="targets">Where they may end, in any order; the viewer among them is passed over, doubles count once. Other targets may be on the way.</param>
    /// <param name="k">How many at most, 0 or more.</param>
    /// <returns>Of the best path to each target the k best, best first.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="targets"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative.</exception>
    public IReadOnlyList<ContactPath> WarmestPathsToAny(long viewer, IReadOnlyCollection<long> targets, int k)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegative(k);
        using var view = Viewpoint.Of(store, viewer);
        return view is null ? [] : [.. SetSearch.Find(view, SlotSet.Of(view, targets), k, view.Routes).Select(route => route.ToPath(view))];
    }

    /// <summary>How many people of a set a viewer reaches over one, two and three hops, and the nearest of them.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="people">The set, in any order; the viewer in it is passed over, doubles count once.</param>
    /// <param name="take">How many to name at most, 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="people"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is negative.</exception>
    public ReachSummary Reach(long viewer, IReadOnlyCollection<long> people, int take)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        using var view = Viewpoint.Of(store, viewer);
        return view is null ? ReachSummary.None : ReachSearch.Find(view, people, take);
    }

    /// <summary>People whom a viewer may know: not in contact with them, but sharing close contacts.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="take">How many at most, 0 or more.</param>
    /// <param name="hubCap">
    /// Over how many ties to go on at the viewer and at each contact, the strongest first, then by id; 1 or more. It keeps people with thousands of contacts, who say
    /// little about who knows whom, from deciding the answer and its cost. Only ties usable for the viewer count.
    /// </param>
    /// <returns>The highest <see cref="Suggestion.Score"/> first, then by id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is negative or <paramref name="hubCap"/> less than 1.</exception>
    public IReadOnlyList<Suggestion> Suggestions(long viewer, int take, int hubCap = DefaultHubCap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        ArgumentOutOfRangeException.ThrowIfLessThan(hubCap, 1);
        using var view = Viewpoint.Of(store, viewer);
        return view is null ? [] : SuggestionSearch.Find(view, take, hubCap);
    }

    /// <summary>A viewer's contacts, who of them knows whom, and the communities that makes: the viewer's ego network.</summary>
    /// <param name="viewer">For whom is asked.</param>
    /// <param name="take">How many contacts at most, 0 or more, the strongest first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is negative.</exception>
    public EgoNetwork EgoNetwork(long viewer, int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        using var view = Viewpoint.Of(store, viewer);
        return view is null ? Graph.EgoNetwork.None : EgoSearch.Find(view, take);
    }
}
