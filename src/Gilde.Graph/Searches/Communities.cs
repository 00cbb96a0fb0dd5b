namespace Gilde.Graph;

/// <summary>
/// Communities by the Louvain method: members move to the community to which they are tied most above chance, until none gains by moving; then
/// communities are taken for members, and so on. The same ties always give the same answer.
/// </summary>
/// <remarks>Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks" (2008).</remarks>
static class Communities
{
    const int MostRounds = 50;
    const double LeastGain = 1e-9;

    /// <summary>A number for each member: 0 for the largest community, then 1, and so on; equally large ones in the order of their first members.</summary>
    public static int[] Of(int count, IReadOnlyList<EgoTie> ties)
    {
        var communities = Enumerable.Range(0, count).ToArray();
        var level = new Level(count);
        foreach (var tie in ties) level.Tie(tie.One, tie.Other, TieStrength.ToValue(tie.Strength));
        while (level.Settle())
        {
            var (moved, next) = level.Fold();
            for (var i = 0; i < count; i++) communities[i] = moved[communities[i]];
            level = next;
        }
        return BySize(communities);
    }

    static int[] BySize(int[] communities)
    {
        var ranks = communities.Select((community, i) => (community, i)).GroupBy(c => c.community, c => c.i)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.First())
            .Select((group, rank) => (group.Key, rank)).ToDictionary(g => g.Key, g => g.rank);
        return [.. communities.Select(community => ranks[community])];
    }

    /// <summary>Members, or the communities of the level below, with the weight of what ties them.</summary>
    sealed class Level(int count)
    {
        readonly Dictionary<int, double>[] ties = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, double>())];
        /// <summary>Of all ends of ties at a member, those within it twice.</summary>
        readonly double[] weight = new double[count];
        readonly int[] community = [.. Enumerable.Range(0, count)];
        double all;

        public void Tie(int one, int other, double value)
        {
            ties[one][other] = ties[one].GetValueOrDefault(other) + value;
            if (one != other) ties[other][one] = ties[other].GetValueOrDefault(one) + value;
            weight[one] += value;
            weight[other] += value;
            all += 2 * value;
        }

        /// <summary>Moves members until none gains by it; false if none moved.</summary>
        public bool Settle()
        {
            var total = (double[])weight.Clone();
            var moved = false;
            for (var (round, again) = (0, true); again && round < MostRounds; round++)
            {
                again = false;
                for (var i = 0; i < count; i++) again |= Move(i, total);
                moved |= again;
            }
            return moved;
        }

        bool Move(int member, double[] total)
        {
            var from = community[member];
            total[from] -= weight[member];
            var toEach = new SortedDictionary<int, double> { [from] = 0 };
            foreach (var (other, value) in ties[member])
                if (other != member) toEach[community[other]] = toEach.GetValueOrDefault(community[other]) + value;

            var (best, most) = (from, Gain(from));
            foreach (var candidate in toEach.Keys)
                if (Gain(candidate) > most + LeastGain) (best, most) = (candidate, Gain(candidate));
            total[best] += weight[member];
            community[member] = best;
            return best != from;

            double Gain(int to) => toEach[to] - total[to] * weight[member] / all;
        }

        /// <summary>The communities as members of a level of their own, and which of them each member is in.</summary>
        public (int[] Community, Level Next) Fold()
        {
            var numbers = community.Distinct().Order().Select((old, number) => (old, number)).ToDictionary(c => c.old, c => c.number);
            var next = new Level(numbers.Count);
            for (var one = 0; one < count; one++)
                foreach (var (other, value) in ties[one])
                    if (one <= other) next.Tie(numbers[community[one]], numbers[community[other]], value);
            return ([.. community.Select(old => numbers[old])], next);
        }
    }
}
