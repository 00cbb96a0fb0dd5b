namespace Gilde.Graph;

/// <summary>A path as slots: over <see cref="First"/> and <see cref="Second"/>, where there are such, to <see cref="Target"/>.</summary>
readonly record struct Route(int Cost, int Hops, int First, int Second, int Target)
{
    const int Nobody = -1;

    public static Route Direct(int cost, int target) => new(cost, 1, Nobody, Nobody, target);

    public static Route Over(int cost, int contact, int target) => new(cost, 2, contact, Nobody, target);

    public static Route Over(int cost, int contact, int far, int target) => new(cost, 3, contact, far, target);

    public ContactPath ToPath(Viewpoint view) => Hops switch
    {
        1 => new(FromViewer(view, Target)),
        2 => new(FromViewer(view, First), Between(view, First, Target)),
        _ => new(FromViewer(view, First), Between(view, First, Second), Between(view, Second, Target)),
    };

    static PathHop FromViewer(Viewpoint view, int to) => new(view.ViewerId, view.IdOf(to), view.StrengthTo(to), shown: true);

    // Only those of whom one at least is the viewer's own contact are shown to be in contact; how close they are, by the step alone.
    static PathHop Between(Viewpoint view, int from, int to)
    {
        var keys = view.BlockOf(view[from]).Keys(Part.Open);
        var strength = TieStep.Strengths[TieKey.Step(keys[MemberBlock.IndexOf(keys, to)])];
        return new(view.IdOf(from), view.IdOf(to), strength, shown: view.StrengthTo(from) != 0 || view.StrengthTo(to) != 0);
    }
}
