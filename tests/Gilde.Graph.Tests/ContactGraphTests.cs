using Xunit;

namespace Gilde.Graph.Tests;

public class ContactGraphTests
{
    const long Vera = 1, Xaver = 2, Mia = 3, Tom = 4, Nobody = 99;

    static ContactGraph Chain()
    {
        var graph = new ContactGraph();
        graph.SetContact(Vera, Xaver, TieStrength.FromValue(0.5), hidden: false);
        graph.SetContact(Xaver, Mia, TieStrength.FromValue(0.5), hidden: false);
        graph.SetContact(Mia, Tom, TieStrength.FromValue(0.5), hidden: false);
        return graph;
    }

    static byte Degree(ContactGraph graph, long viewer, long person)
    {
        Span<byte> degree = stackalloc byte[1];
        graph.Degrees(viewer, [person], degree);
        return degree[0];
    }

    [Fact]
    public void Nobody_there_is_nothing_to_warm_up_with()
    {
        var graph = new ContactGraph();
        graph.WarmUp();
        graph.SetMember(Vera, 0);
        graph.WarmUp();
        Assert.Equal((1, 0), (graph.MemberCount, graph.ContactCount));
    }

    [Fact]
    public void A_path_carries_members_strengths_and_product()
    {
        var path = Assert.Single(Chain().WarmestPaths(Vera, Tom, 5));
        Assert.Equal([Vera, Xaver, Mia, Tom], path.Members);
        var close = TieStrength.OfStep(Warmth.Close);
        Assert.Equal([223, close, close], path.Hops.Select(hop => hop.Strength));
        Assert.Equal(0.5 * TieStrength.ToValue(close) * TieStrength.ToValue(close), path.Product, 12);
    }

    [Fact]
    public void The_far_middle_person_is_not_named_to_someone_in_contact_with_neither_end_of_their_tie()
    {
        var path = Assert.Single(Chain().WarmestPaths(Vera, Tom, 5));
        Assert.Equal([true, true, false], path.Hops.Select(hop => hop.Shown));
        Assert.Equal([true, true, false, true], Enumerable.Range(0, 4).Select(path.IsNamed));
    }

    [Theory]
    [InlineData(Mia)]
    [InlineData(Tom)]
    public void The_far_middle_person_is_named_to_someone_in_contact_with_them_or_with_the_target(long contact)
    {
        var graph = Chain();
        graph.SetContact(Vera, contact, 1, hidden: true);
        var path = graph.WarmestPaths(Vera, Tom, 5).Single(path => path.Hops.Count == 3);
        Assert.All(path.Hops, hop => Assert.True(hop.Shown));
        Assert.True(path.IsNamed(2));
    }

    [Fact]
    public void A_hidden_contact_is_of_use_to_its_two_ends_alone()
    {
        var graph = Chain();
        graph.SetContact(Xaver, Mia, 255, hidden: true);
        Assert.Equal(0, Degree(graph, Vera, Mia));
        Assert.Equal(1, Degree(graph, Xaver, Mia));
        Assert.Equal(2, Degree(graph, Xaver, Tom));
        Assert.Equal(MutualSummary.None, graph.MutualContacts(Vera, Mia, 5));
    }

    [Fact]
    public void A_block_cuts_whatever_path_both_would_be_on()
    {
        var graph = Chain();
        graph.Block(Tom, Xaver);
        Assert.Equal(0, Degree(graph, Vera, Tom));
        Assert.Equal(2, Degree(graph, Vera, Mia));
        Assert.Equal(1, Degree(graph, Mia, Tom));
        graph.Unblock(Xaver, Tom);
        Assert.Equal(0, Degree(graph, Vera, Tom));
        graph.Unblock(Tom, Xaver);
        Assert.Equal(3, Degree(graph, Vera, Tom));
    }

    [Fact]
    public void A_suspended_member_finds_nothing_and_comes_back_whole()
    {
        var graph = Chain();
        graph.SetMember(Xaver, MemberFlags.Suspended);
        Assert.Equal(0, Degree(graph, Xaver, Mia));
        Assert.Empty(graph.WarmestPaths(Vera, Mia, 5));
        graph.SetMember(Xaver, MemberFlags.None);
        Assert.Equal(3, Degree(graph, Vera, Tom));
    }

    [Fact]
    public void A_removed_member_leaves_nothing_behind_even_if_the_id_comes_back()
    {
        var graph = Chain();
        graph.Block(Xaver, Tom);
        graph.SetMember(Xaver, MemberFlags.ContactsHidden);
        Assert.True(graph.RemoveMember(Xaver));
        Assert.False(graph.RemoveMember(Xaver));
        Assert.Equal(1, graph.ContactCount);
        graph.SetContact(Vera, Xaver, 9, hidden: false);
        graph.SetContact(Xaver, Tom, 9, hidden: false);
        Assert.Equal(2, Degree(graph, Vera, Tom));
    }

    [Fact]
    public void Unknown_members_and_oneself_are_out_of_reach()
    {
        var graph = Chain();
        Assert.Equal(0, Degree(graph, Vera, Nobody));
        Assert.Equal(0, Degree(graph, Nobody, Vera));
        Assert.Equal(0, Degree(graph, Vera, Vera));
        Assert.Empty(graph.WarmestPaths(Vera, Vera, 5));
        Assert.Empty(graph.WarmestPathsToAny(Nobody, [Vera, Tom], 5));
        Assert.Equal(0, graph.Reach(Vera, [Nobody, Vera], 5).Total);
        Assert.Empty(graph.Suggestions(Nobody, 5));
        Assert.False(graph.RemoveContact(Vera, Nobody));
        Assert.False(graph.RemoveMember(Nobody));
        Assert.False(graph.Unblock(Nobody, Vera));
    }

    [Fact]
    public void A_change_tells_whether_it_changed_anything()
    {
        var graph = new ContactGraph();
        Assert.True(graph.SetContact(Vera, Xaver, 5, hidden: false));
        Assert.False(graph.SetContact(Xaver, Vera, 5, hidden: false));
        Assert.True(graph.SetContact(Vera, Xaver, 5, hidden: true));
        Assert.True(graph.SetContact(Vera, Xaver, 6, hidden: true));
        Assert.Equal(1, graph.ContactCount);
        Assert.True(graph.Block(Vera, Xaver));
        Assert.False(graph.Block(Vera, Xaver));
        Assert.True(graph.RemoveContact(Xaver, Vera));
        Assert.False(graph.RemoveContact(Xaver, Vera));
        Assert.Equal(0, graph.MemberCount);
        Assert.True(graph.SetMember(Vera, MemberFlags.None));
        Assert.False(graph.SetMember(Vera, MemberFlags.None));
        Assert.Equal([Vera], graph.Members());
        Assert.True(graph.SetMember(Vera, MemberFlags.Suspended));
        Assert.Equal(0, graph.MemberCount);
    }

    [Fact]
    public void Wrong_arguments_are_refused()
    {
        var graph = Chain();
        Assert.Throws<ArgumentException>(() => graph.SetContact(Vera, Vera, 5, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.SetContact(Vera, Xaver, 0, false));
        Assert.Throws<ArgumentException>(() => graph.Block(Vera, Vera));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.SetMember(Vera, (MemberFlags)64));
        Assert.Throws<ArgumentException>(() => graph.Degrees(Vera, [Tom], new byte[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.WarmestPaths(Vera, Tom, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Suggestions(Vera, 1, hubCap: 0));
        Assert.Throws<ArgumentNullException>(() => graph.Reach(Vera, null!, 1));
        Assert.Throws<ArgumentException>(() => new ContactPath());
        Assert.Throws<ArgumentException>(() => new ContactPath(new(Vera, Xaver, 5, true), new PathHop(Mia, Tom, 5, true)));
        Assert.Throws<ArgumentException>(() => new ContactPath(new(Vera, Xaver, 5, true), new PathHop(Xaver, Vera, 5, true)));
    }

    [Fact]
    public void Asking_for_none_gives_counts_alone()
    {
        var graph = Chain();
        Assert.Empty(graph.WarmestPaths(Vera, Tom, 0));
        Assert.Empty(graph.WarmestPathsToAny(Vera, [Tom], 0));
        Assert.Equal((1, 0), (graph.MutualContacts(Vera, Mia, 0).Count, graph.MutualContacts(Vera, Mia, 0).Strongest.Count));
        var reach = graph.Reach(Vera, [Xaver, Mia, Tom], 0);
        Assert.Equal((1, 1, 1, 0), (reach.First, reach.Second, reach.Third, reach.Nearest.Count));
    }

    [Fact]
    public void A_builder_builds_once()
    {
        var builder = new ContactGraphBuilder();
        builder.SetContact(Vera, Xaver, 5, hidden: false);
        Assert.Equal(1, builder.Build().ContactCount);
        Assert.Throws<InvalidOperationException>(builder.Build);
        Assert.Throws<InvalidOperationException>(() => builder.SetContact(Vera, Xaver, 5, hidden: false));
    }
}
