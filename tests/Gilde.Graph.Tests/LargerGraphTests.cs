using Xunit;

namespace Gilde.Graph.Tests;

/// <summary>Members with many contacts, so that lists are longer than what is looked at at once, and a hub longer than what is looked through in a row.</summary>
public class LargerGraphTests
{
    const int Members = 44;

    // Contacts of the first viewer's contacts: so many that one who is asked about is looked for from their own side.
    const int Crowd = 3000;

    [Theory]
    [InlineData(1, 0), InlineData(2, 0), InlineData(3, 0), InlineData(4, 0), InlineData(5, Crowd), InlineData(6, Crowd)]
    public void Every_answer_is_that_of_the_oracle_in_a_dense_graph(int seed, int crowd)
    {
        var (random, oracle, graph, builder) = (new Random(seed), new OracleGraph(), new ContactGraph(), new ContactGraphBuilder());
        // Some with the pages of their ids in another order than they came.
        long[] ids = [.. Enumerable.Range(0, Members).Select(i => seed % 2 == 0 ? 1000 - (i * 23L) : i * 31L)];
        for (var i = 0; i < 260; i++) Connect(ids[random.Next(Members)], ids[random.Next(Members)], hidden: random.Next(12) == 0);
        Connect(ids[0], ids[1], hidden: false);
        for (var i = 0; i < crowd; i++) Connect(ids[1], 10_000 + i, hidden: false);
        for (var i = 0; i < 6; i++)
        {
            var (one, by, whom) = (ids[random.Next(Members)], ids[random.Next(Members / 2)], ids[Members / 2 + random.Next(Members / 2)]);
            var flags = (MemberFlags)(1 << random.Next(3));
            oracle.SetMember(one, flags);
            graph.SetMember(one, flags);
            builder.SetMember(one, flags);
            oracle.Block(by, whom);
            graph.Block(by, whom);
            builder.Block(by, whom);
        }
        var built = builder.Build();
        foreach (var viewer in ids.Take(3))
        {
            var expected = Answers.Of(oracle, viewer, ids, 7);
            Assert.Equal(expected, Answers.Of(graph, viewer, ids, 7));
            Assert.Equal(expected, Answers.Of(built, viewer, ids, 7));
        }

        void Connect(long a, long b, bool hidden)
        {
            if (a == b) return;
            var strength = (byte)random.Next(1, 256);
            oracle.SetContact(a, b, strength, hidden);
            graph.SetContact(a, b, strength, hidden);
            builder.SetContact(a, b, strength, hidden);
        }
    }

    [Fact]
    public void A_hub_of_a_thousand_contacts_answers_grows_and_shrinks_like_the_oracle()
    {
        var (random, oracle, graph) = (new Random(7), new OracleGraph(), new ContactGraph());
        const long hub = 5000, viewer = 1;
        for (var id = 1L; id <= 1000; id++)
        {
            var strength = (byte)random.Next(1, 256);
            oracle.SetContact(hub, id, strength, hidden: false);
            graph.SetContact(hub, id, strength, hidden: false);
        }
        for (var i = 0; i < 300; i++)
        {
            var (id, strength) = (random.Next(2, 1001), (byte)random.Next(1, 256));
            if (i % 3 == 0)
            {
                oracle.RemoveContact(hub, id);
                graph.RemoveContact(id, hub);
                continue;
            }
            oracle.SetContact(hub, id, strength, hidden: false);
            graph.SetContact(id, hub, strength, hidden: false);
        }
        Assert.Equal(oracle.Contacts.Count, graph.ContactCount);
        long[] some = [hub, 2, 3, 400, 999, 1000];
        Assert.Equal(Answers.Of(oracle, viewer, some, 5), Answers.Of(graph, viewer, some, 5));
        Assert.Equal(oracle.Contacts.Count - 1, graph.Reach(viewer, [.. Enumerable.Range(2, 999).Select(id => (long)id)], 0).Second);
    }

    [Fact]
    public void The_exact_strength_of_others_ties_within_a_step_changes_no_answer()
    {
        var (one, other, random) = (new ContactGraph(), new ContactGraph(), new Random(3));
        const long viewer = 0;
        for (var i = 0; i < 150; i++)
        {
            var (a, b, strength) = (random.NextInt64(20), random.NextInt64(20), (byte)random.Next(1, 256));
            if (a == b) continue;
            one.SetContact(a, b, strength, hidden: false);
            var (own, step) = (a == viewer || b == viewer, TieStrength.WarmthOf(strength));
            other.SetContact(a, b, own ? strength : Enumerable.Range(1, 255).Select(s => (byte)s).Last(s => TieStrength.WarmthOf(s) == step), hidden: false);
        }
        long[] everyone = [.. Enumerable.Range(0, 20).Select(id => (long)id)];
        Assert.Equal(Answers.Of(one, viewer, everyone, 9), Answers.Of(other, viewer, everyone, 9));
    }
}
