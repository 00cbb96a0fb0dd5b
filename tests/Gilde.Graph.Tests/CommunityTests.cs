using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>Contacts who know each other belong together.</summary>
public class CommunityTests
{
    const long Viewer = 1;

    [Fact]
    public void Two_groups_that_one_tie_connects_are_two_communities_and_a_stranger_to_both_is_alone()
    {
        var network = Ego([.. Clique(10, 5), .. Clique(20, 4), (10, 20), (40, 41)]);
        Assert.Equal([10, 11, 12, 13, 14], Members(network, 0));
        Assert.Equal([20, 21, 22, 23], Members(network, 1));
        Assert.Equal([40, 41], Members(network, 2));
    }

    [Fact]
    public void Whoever_knows_nobody_else_is_a_community_alone()
    {
        var graph = Graph([(10, 11)]);
        graph.SetContact(Viewer, 50, 200, hidden: false);
        var network = graph.EgoNetwork(Viewer, 10);
        Assert.Equal([10, 11], Members(network, 0));
        Assert.Equal([50], Members(network, 1));
        Assert.Empty(Graph([]).EgoNetwork(Viewer, 10).Contacts);
    }

    [Fact]
    public void A_hidden_tie_brings_nobody_together()
    {
        var graph = Graph([.. Clique(10, 3), .. Clique(20, 3)]);
        var before = graph.EgoNetwork(Viewer, 10);
        for (var i = 0; i < 9; i++) graph.SetContact(10 + i % 3, 20 + i / 3, 255, hidden: true);
        var after = graph.EgoNetwork(Viewer, 10);
        Assert.Equal(before.Contacts, after.Contacts);
        Assert.Equal(before.Ties, after.Ties);
    }

    static readonly Gen<(long, long)[]> Ties = Gen.ArrayOf(from one in Gen.Choose(10, 22) from other in Gen.Choose(10, 22) where one != other select ((long)one, (long)other));

    [Fact]
    public void Joining_two_communities_never_gains() => Prop.ForAll(Arb.From(Ties), ties =>
    {
        var network = Ego(ties);
        var found = network.Contacts.Select(c => c.Community).ToArray();
        Assert.True(Modularity(network, found) >= Modularity(network, [.. Enumerable.Range(0, found.Length)]) - 1e-9);
        foreach (var one in found.Distinct())
            foreach (var other in found.Distinct())
                Assert.True(Modularity(network, found) >= Modularity(network, [.. found.Select(c => c == one ? other : c)]) - 1e-8);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    static double Modularity(EgoNetwork network, int[] communities)
    {
        var all = network.Ties.Sum(t => 2 * TieStrength.ToValue(t.Strength));
        if (all == 0) return 0;
        var weight = new double[communities.Length];
        foreach (var tie in network.Ties) (weight[tie.One], weight[tie.Other]) = (weight[tie.One] + TieStrength.ToValue(tie.Strength), weight[tie.Other] + TieStrength.ToValue(tie.Strength));
        var inside = network.Ties.Where(t => communities[t.One] == communities[t.Other]).Sum(t => 2 * TieStrength.ToValue(t.Strength)) / all;
        return inside - communities.Distinct().Sum(c => Math.Pow(communities.Select((other, i) => other == c ? weight[i] : 0).Sum() / all, 2));
    }

    static long[] Members(EgoNetwork network, int community) => [.. network.Contacts.Where(c => c.Community == community).Select(c => c.Id).Order()];

    static (long, long)[] Clique(long first, int size) => [.. from a in Enumerable.Range(0, size) from b in Enumerable.Range(0, size) where a < b select (first + a, first + b)];

    static EgoNetwork Ego((long, long)[] ties) => Graph(ties).EgoNetwork(Viewer, 100);

    static ContactGraph Graph((long One, long Other)[] ties)
    {
        var graph = new ContactGraph();
        foreach (var (one, other) in ties)
        {
            graph.SetContact(one, other, 200, hidden: false);
            graph.SetContact(Viewer, one, 200, hidden: false);
            graph.SetContact(Viewer, other, 200, hidden: false);
        }
        return graph;
    }
}
