using Gilde.Graph;

namespace Gilde.Web.Tests.Introductions;

/// <summary>The routes between two members by trying everything, straight from the rows of the database.</summary>
internal sealed class RouteOracle
{
    private readonly Dictionary<long, (string Handle, bool Hides, bool Absent)> members = [];
    private readonly Dictionary<long, Dictionary<long, (byte Strength, bool Hidden)>> contacts = [];
    private readonly HashSet<(long, long)> barred = [];

    public static async Task<RouteOracle> Of(GildeDb db)
    {
        var oracle = new RouteOracle();
        foreach (var m in await db.Members.AsNoTracking().ToListAsync()) oracle.members[m.Id] = (m.Handle, m.HidesContacts, m.ActiveSince is null || m.SuspendedAt is not null);
        var ties = await db.Ties.AsNoTracking().ToDictionaryAsync(t => (t.LowId, t.HighId), t => t.Strength);
        var rows = await db.Contacts.AsNoTracking().Select(c => new { c.OwnerId, c.OtherId, c.Hidden }).ToListAsync();
        var hidden = rows.Where(r => r.Hidden).Select(r => (r.OwnerId, r.OtherId)).ToHashSet();
        foreach (var r in rows)
        {
            var strength = ties.TryGetValue((Math.Min(r.OwnerId, r.OtherId), Math.Max(r.OwnerId, r.OtherId)), out var tie) && tie > 0 ? tie : TieStrength.FromValue(TieStrength.BareContact);
            if (!oracle.contacts.TryGetValue(r.OwnerId, out var own)) oracle.contacts[r.OwnerId] = own = [];
            own[r.OtherId] = (strength, hidden.Contains((r.OwnerId, r.OtherId)) || hidden.Contains((r.OtherId, r.OwnerId)));
        }
        foreach (var b in await db.Blocks.AsNoTracking().ToListAsync()) oracle.barred.UnionWith([(b.MemberId, b.BlockedId), (b.BlockedId, b.MemberId)]);
        return oracle;
    }

    public IEnumerable<long> Members => members.Keys;
    public string HandleOf(long id) => members[id].Handle;
    public bool AreBarred(long a, long b) => barred.Contains((a, b));
    public IReadOnlyCollection<long> ContactsOf(long id) => contacts.TryGetValue(id, out var own) ? own.Keys : [];

    /// <summary>What the page should say, in the form of <see cref="RouteReading.Routes"/>.</summary>
    public IReadOnlyList<string> Routes(long viewer, long target)
    {
        var best = Best(Paths(viewer, target));
        if (best.Any(p => p.People.Length == 2)) return [Describe(viewer, [viewer, target])];
        return best.DistinctBy(p => Faces(viewer, p.People)).Take(5).Select(p => Describe(viewer, p.People)).ToList();
    }

    /// <summary>The best route to each of some people, the best of them first; a contact needs no detour.</summary>
    public IReadOnlyList<string> RoutesToAny(long viewer, IEnumerable<long> targets, int most) =>
        Best(targets.Where(t => t != viewer).SelectMany(t => Best(Paths(viewer, t)).Take(1))).Take(most)
            .Select(p => Paths(viewer, p.People[^1]).Any(d => d.People.Length == 2) ? Describe(viewer, [viewer, p.People[^1]]) : Describe(viewer, p.People)).ToList();

    private static List<(int Cost, long[] People)> Best(IEnumerable<(int Cost, long[] People)> paths) =>
        paths.OrderBy(p => p.Cost).ThenBy(p => p.People.Length).ThenBy(p => p.People, Comparer<long[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ToList();

    private List<(int Cost, long[] People)> Paths(long viewer, long target)
    {
        var paths = new List<(int Cost, long[] People)>();
        Walk([viewer], 0);
        return paths;

        void Walk(long[] sofar, int cost)
        {
            var own = contacts.GetValueOrDefault(sofar[^1], []);
            if (own.TryGetValue(target, out var last) && Fits(sofar, target)) paths.Add((cost + Cost(sofar, last.Strength), [.. sofar, target]));
            if (sofar.Length == 3) return;
            foreach (var (next, tie) in own)
                if (next != target && !sofar.Contains(next) && Fits(sofar, next)) Walk([.. sofar, next], cost + Cost(sofar, tie.Strength));
        }

        // Only the viewer's own tie counts exactly, others' by their step.
        static int Cost(long[] sofar, byte strength) => 255 - (sofar.Length == 1 ? strength : TieStrength.OfStep(TieStrength.WarmthOf(strength)));

        bool Fits(long[] sofar, long next) => Usable(viewer, sofar[^1], next) && !sofar.Any(p => barred.Contains((p, next)));
    }

    private bool Usable(long viewer, long x, long y)
    {
        if (members[x].Absent || members[y].Absent) return false;
        return x == viewer || y == viewer || (!contacts[x][y].Hidden && !members[x].Hides && !members[y].Hides);
    }

    private bool IsNamed(long viewer, long[] people, int place) => people.Length < 4 || place != 2 || (ContactsOf(viewer).Contains(people[2]) && !barred.Contains((viewer, people[2])));

    private string Faces(long viewer, long[] people) => string.Join(',', people.Select((p, i) => IsNamed(viewer, people, i) ? p : 0));

    private string Describe(long viewer, long[] people) => string.Concat(people.Select((p, i) =>
        (IsNamed(viewer, people, i) ? members[p].Handle : "?") + (i + 1 < people.Length ? $" ={Step(contacts[p][people[i + 1]].Strength)}= " : "")));

    private static string Step(byte strength) => TieStrength.WarmthOf(strength) is var warmth && warmth == Warmth.VeryClose ? "veryClose" : warmth.ToString().ToLowerInvariant();
}
