namespace Gilde.Web.Demo;

/// <summary>A contact before it gets its date and notes.</summary>
internal sealed record DemoTie(int Low, int High, DemoTieKind Kind, string Circle);

/// <summary>
/// Draws who knows whom: everybody gets a wish for so many contacts (few have many), then the wishes are paired inside circles and among
/// friends of friends. That gives the heavy tail and the triangles of a real network.
/// </summary>
internal sealed class DemoTies(ulong seed, IReadOnlyList<DemoMember> members, DemoCircles circles)
{
    private const int Tries = 12;
    private readonly DemoRandom random = DemoRandom.For(seed, "ties");
    private readonly int[] open = new int[members.Count];
    private readonly List<int>[] known = members.Select(_ => new List<int>()).ToArray();
    private readonly HashSet<(int, int)> pairs = [];
    private readonly List<DemoTie> ties = [];

    public List<DemoTie> Draw()
    {
        foreach (var member in members) open[member.Number] = Wish(member);
        var turns = members.SelectMany(m => Enumerable.Repeat(m.Number, open[m.Number])).ToList();
        random.Shuffle(turns);
        foreach (var member in turns)
            if (open[member] > 0) Meet(member);
        return ties;
    }

    /// <summary>How many contacts somebody strives for: mostly a dozen or two, some hundreds for those who live by them.</summary>
    private int Wish(DemoMember member)
    {
        var outgoing = member.Function is "sales" or "management" or "association" or "media" or "consulting" or "purchasing";
        var fate = random.Below(1000) + (outgoing ? 70 : 0) - (member.Positions[0].Level == 0 ? 250 : 0);
        return fate switch
        {
            < 330 => random.Between(3, 9),
            < 700 => random.Between(10, 21),
            < 885 => random.Between(22, 42),
            < 965 => random.Between(43, 80),
            < 1016 => random.Between(81, 150),
            < 1052 => random.Between(151, 220),
            _ => random.Between(221, 340),
        };
    }

    private void Meet(int member)
    {
        for (var i = 0; i < Tries; i++)
        {
            var (other, kind, circle) = random.Chance(0.3) ? FriendOfFriend(member) : FromCircle(member);
            if (other < 0 || other == member || open[other] <= 0 || !pairs.Add(Pair(member, other))) continue;
            known[member].Add(other);
            known[other].Add(member);
            open[member]--;
            open[other]--;
            var (low, high) = Pair(member, other);
            ties.Add(new DemoTie(low, high, kind, circle));
            return;
        }
    }

    private (int, DemoTieKind, string) FriendOfFriend(int member)
    {
        if (known[member].Count == 0) return (-1, DemoTieKind.Friend, "");
        var friend = random.Pick(known[member]);
        return (random.Pick(known[friend]), DemoTieKind.Friend, friend.ToString());
    }

    private (int, DemoTieKind, string) FromCircle(int member)
    {
        var mine = circles.Of(member);
        if (mine.Count == 0) return (-1, DemoTieKind.Friend, "");
        var circle = random.Pick(mine, c => WeightOf(c.Kind));
        return (random.Pick(circle.Members), circle.Kind, circle.Name);
    }

    private static int WeightOf(DemoTieKind kind) => kind switch
    {
        DemoTieKind.Firm => 44,
        DemoTieKind.FormerFirm => 9,
        DemoTieKind.Town => 9,
        DemoTieKind.School => 8,
        DemoTieKind.Speciality => 8,
        DemoTieKind.Fair => 13,
        DemoTieKind.Trade => 12,
        _ => 1,
    };

    private static (int, int) Pair(int a, int b) => a < b ? (a, b) : (b, a);
}
