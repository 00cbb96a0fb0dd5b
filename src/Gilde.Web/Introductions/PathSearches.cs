namespace Gilde.Web.Introductions;

/// <summary>
/// How many different routes a member may look for within a day, so that nobody reads the network off person by person. To look again at what was looked for
/// costs nothing. Each node counts for itself.
/// </summary>
public sealed class PathSearches(Settings settings, IClock clock)
{
    private const int Sweep = 10_000;
    private static readonly Duration Day = Duration.FromDays(1);

    private readonly Lock gate = new();
    private readonly Dictionary<long, Dictionary<string, Instant>> searched = [];

    /// <summary>The search for the routes to a member, as it is counted.</summary>
    public static string To(string handle) => "to:" + handle;

    /// <summary>What is said to whoever has looked for enough.</summary>
    public static string Words(Texts t, Duration wait) => t["You have looked for as many routes as one may within a day. Those that you looked for you can see again."] + " "
        + t.Count((long)Math.Ceiling(wait.TotalHours), "You can go on in an hour at the latest.", "You can go on in {0} hours at the latest.");

    /// <summary>Counts a search; null: go on, else how long until the next is possible.</summary>
    /// <param name="what">What is looked for; the same is counted once.</param>
    public Duration? Wait(long member, string what)
    {
        var now = clock.GetCurrentInstant();
        lock (gate)
        {
            if (searched.Count > Sweep) Forget(now);
            if (!searched.TryGetValue(member, out var mine)) searched[member] = mine = new(StringComparer.OrdinalIgnoreCase);
            foreach (var old in mine.Where(s => s.Value <= now - Day).Select(s => s.Key).ToList()) mine.Remove(old);
            if (mine.ContainsKey(what)) return null;
            if (mine.Count >= settings.PathsPerDay) return mine.Values.Min() + Day - now;
            mine[what] = now;
            return null;
        }
    }

    private void Forget(Instant now)
    {
        foreach (var member in searched.Where(m => m.Value.Values.All(at => at <= now - Day)).Select(m => m.Key).ToList()) searched.Remove(member);
    }
}
