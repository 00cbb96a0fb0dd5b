using Gilde.Web.Contacts;
using Gilde.Web.Search;

namespace Gilde.Web.Introductions;

/// <summary>A route to one of those found, and why they were found.</summary>
public sealed record RouteToAny(Route Route, IReadOnlyList<Reason> Reasons);

/// <param name="Found">How many people fit, reachable or not.</param>
public sealed record AnyAnswer(int Found, IReadOnlyList<RouteToAny> Routes);

/// <summary>How does the viewer reach anyone whom a search finds? The warmest route to each, the best first.</summary>
public sealed class FindRoutesToAny(FindPeople people, FindRoutes routes)
{
    private const int Most = 10;

    /// <summary>Null while the graph is being read in.</summary>
    public async Task<AnyAnswer?> Execute(Viewer viewer, SearchInput input, CancellationToken stop = default)
    {
        var (found, terms) = await people.Everybody(viewer, input, stop);
        var others = found.Where(id => id != viewer.Id).ToList();
        if (await routes.ToAny(viewer, others, Most, stop) is not { } reached) return null;
        var reasons = await people.Reasons(viewer, reached.Select(r => r.Target).ToList(), terms, stop);
        return new AnyAnswer(others.Count, reached.Select(r => new RouteToAny(r, reasons[r.Target.Id])).ToList());
    }
}
