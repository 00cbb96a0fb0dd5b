using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Gilde.Graph.Tests;

public class ExactnessTests
{
    static void Check(int times, Action<Step[]> property) =>
        Prop.ForAll(Step.Histories, property).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));

    [Fact]
    public void Every_answer_is_that_of_the_oracle_after_any_history() => Check(1500, steps =>
    {
        var (graph, oracle) = (new ContactGraph(), new OracleGraph());
        foreach (var step in steps) { step.On(graph); step.On(oracle); }
        Assert.Equal(oracle.Contacts.Count, graph.ContactCount);
        foreach (var viewer in ViewersFor(steps))
            Assert.Equal(Answers.Of(oracle, viewer, Step.Everyone, 3), Answers.Of(graph, viewer, Step.Everyone, 3));
    });

    [Fact]
    public void Every_answer_stays_that_of_the_oracle_while_the_graph_changes() => Check(60, steps =>
    {
        var (graph, oracle) = (new ContactGraph(), new OracleGraph());
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i].On(graph);
            steps[i].On(oracle);
            var viewer = Step.Everyone[i % Step.Everyone.Length];
            Assert.Equal(Answers.Of(oracle, viewer, Step.Everyone, 2), Answers.Of(graph, viewer, Step.Everyone, 2));
        }
    });

    [Fact]
    public void A_built_graph_answers_and_changes_like_one_grown_step_by_step() => Check(300, steps =>
    {
        var (builder, grown) = (new ContactGraphBuilder(), new ContactGraph());
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.SetContact) builder.SetContact(step.A, step.B, step.Strength, step.Hidden);
            else if (step.Kind == StepKind.SetMember) builder.SetMember(step.A, step.Flags);
            else if (step.Kind == StepKind.Block) builder.Block(step.A, step.B);
            else continue;
            step.On(grown);
        }
        var built = builder.Build();
        AssertSame(grown, built, Step.Everyone);

        foreach (var step in steps) { step.On(grown); step.On(built); }
        AssertSame(grown, built, Step.Everyone);
    });

    [Fact]
    public void A_hidden_contact_changes_no_answer_for_anyone_else() => Check(600, steps =>
    {
        var (with, without) = (new ContactGraph(), new ContactGraph());
        foreach (var step in steps) { step.On(with); step.On(without); }
        var (a, b) = (Step.Everyone[0], Step.Everyone[1]);
        with.SetContact(a, b, 255, hidden: true);
        without.RemoveContact(a, b);
        AssertSame(without, with, Step.Everyone[2..]);
    });

    [Fact]
    public void The_contacts_of_a_member_who_hides_them_change_no_answer_for_those_not_in_contact() => Check(300, steps =>
    {
        var (with, oracle) = (new ContactGraph(), new OracleGraph());
        foreach (var step in steps) { step.On(with); step.On(oracle); }
        var hiding = Step.Everyone[0];
        foreach (var flags in new[] { MemberFlags.ContactsHidden, MemberFlags.OutOfIntroductions })
        {
            with.SetMember(hiding, flags);
            var viewers = Step.Everyone[1..].Where(id => !oracle.Contacts.ContainsKey((Math.Min(id, hiding), Math.Max(id, hiding)))).ToArray();
            var without = new OracleGraph();
            foreach (var step in steps) step.On(without);
            foreach (var other in Step.Everyone[1..]) without.RemoveContact(hiding, other);
            foreach (var viewer in viewers) Assert.Equal(Answers.Of(without, viewer, Step.Everyone, 3), Answers.Of(with, viewer, Step.Everyone, 3));
        }
    });

    [Fact]
    public void A_suspended_member_is_to_others_as_if_removed() => Check(300, steps =>
    {
        var (suspended, removed) = (new ContactGraph(), new ContactGraph());
        foreach (var step in steps) { step.On(suspended); step.On(removed); }
        suspended.SetMember(Step.Everyone[0], MemberFlags.Suspended);
        removed.RemoveMember(Step.Everyone[0]);
        AssertSame(removed, suspended, Step.Everyone);
    });

    // Two viewers a history; which, depends on the history, so that over all histories everyone is one.
    static long[] ViewersFor(Step[] steps) => [Step.Everyone[steps.Length % 8], Step.Everyone[(steps.Length + 3) % 8]];

    static void AssertSame(ContactGraph expected, ContactGraph actual, long[] viewers)
    {
        foreach (var viewer in viewers)
            Assert.Equal(Answers.Of(expected, viewer, Step.Everyone, 3), Answers.Of(actual, viewer, Step.Everyone, 3));
    }
}
