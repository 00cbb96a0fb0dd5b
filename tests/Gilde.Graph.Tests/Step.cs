using FsCheck;
using FsCheck.Fluent;

namespace Gilde.Graph.Tests;

/// <summary>One change of a graph, to be made on the real graph, on the oracle and in a builder.</summary>
record Step(StepKind Kind, long A, long B, byte Strength, bool Hidden, MemberFlags Flags)
{
    // Not in the order of their numbers, so that an order by age instead of id is found out.
    public static readonly long[] Everyone = [40, 7, 1_000_000_000_001, 3, 90, 12, 5, 61];

    static readonly byte[] Strengths = [1, 100, 100, 180, 180, 200, 254, 255];

    static readonly MemberFlags[] FlagSets = [MemberFlags.None, MemberFlags.None, MemberFlags.None,
        MemberFlags.ContactsHidden, MemberFlags.OutOfIntroductions, MemberFlags.Suspended, MemberFlags.Suspended | MemberFlags.ContactsHidden];

    public static readonly Gen<Step> Any =
        from kind in Gen.Frequency((20, Gen.Constant(StepKind.SetContact)), (3, Gen.Constant(StepKind.RemoveContact)), (2, Gen.Constant(StepKind.SetMember)),
            (1, Gen.Constant(StepKind.RemoveMember)), (2, Gen.Constant(StepKind.Block)), (1, Gen.Constant(StepKind.Unblock)))
        from a in Gen.Choose(0, Everyone.Length - 1)
        from apart in Gen.Choose(1, Everyone.Length - 1)
        from strength in Gen.Elements(Strengths)
        from visibility in Gen.Choose(0, 5)
        from flags in Gen.Elements(FlagSets)
        select new Step(kind, Everyone[a], Everyone[(a + apart) % Everyone.Length], strength, visibility == 0, flags);

    /// <summary>Histories of up to 60 steps, shrunk by leaving steps out.</summary>
    public static readonly Arbitrary<Step[]> Histories = Arb.From(
        from length in Gen.Choose(0, 60)
        from steps in Gen.ArrayOf(Any, length)
        select steps,
        steps => Enumerable.Range(0, steps.Length).Select(left => steps.Where((_, i) => i != left).ToArray()));

    public void On(ContactGraph graph) => _ = Kind switch
    {
        StepKind.SetContact => graph.SetContact(A, B, Strength, Hidden),
        StepKind.RemoveContact => graph.RemoveContact(A, B),
        StepKind.SetMember => graph.SetMember(A, Flags),
        StepKind.RemoveMember => graph.RemoveMember(A),
        StepKind.Block => graph.Block(A, B),
        StepKind.Unblock => graph.Unblock(A, B),
        _ => throw new InvalidOperationException(),
    };

    public void On(OracleGraph graph)
    {
        switch (Kind)
        {
            case StepKind.SetContact: graph.SetContact(A, B, Strength, Hidden); break;
            case StepKind.RemoveContact: graph.RemoveContact(A, B); break;
            case StepKind.SetMember: graph.SetMember(A, Flags); break;
            case StepKind.RemoveMember: graph.RemoveMember(A); break;
            case StepKind.Block: graph.Block(A, B); break;
            case StepKind.Unblock: graph.Unblock(A, B); break;
            default: throw new InvalidOperationException();
        }
    }
}

enum StepKind { SetContact, RemoveContact, SetMember, RemoveMember, Block, Unblock }
