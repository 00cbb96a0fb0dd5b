using System.Text.Json.Serialization;
using Gilde.Graph;
using Gilde.Web.Contacts;

namespace Gilde.Web.Introductions;

/// <summary>One of those on a route, from the viewer to the target.</summary>
/// <param name="Person">Null for the one in the far middle: all that may be said is that they are a contact of the one before.</param>
/// <param name="TieToNext">How warm the tie to the next on the route is; null at the end.</param>
public sealed record Stop(Person? Person, Warmth? TieToNext);

/// <summary>A way to somebody as the viewer may see it. Two ways that differ only in whom the viewer may not see are one.</summary>
/// <param name="Stops">Two to four, the viewer first.</param>
public sealed record Route(IReadOnlyList<Stop> Stops)
{
    [JsonIgnore]
    public Person First => Stops[1].Person!;
    [JsonIgnore]
    public Person Target => Stops[^1].Person!;
    [JsonIgnore]
    public Warmth OwnTie => Stops[0].TieToNext!.Value;
    public int Hops => Stops.Count - 1;
}
