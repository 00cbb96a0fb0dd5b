namespace Gilde.Graph;

/// <summary>The tables that one search at a time fills on a thread; kept by the thread, since making them anew costs more than most searches.</summary>
sealed class Scratch
{
    [ThreadStatic] static Scratch? free;

    public Marks<byte> Ties { get; } = new();

    public Marks<Approach> Approaches { get; } = new();

    public Marks<bool> Seen { get; } = new();

    public Marks<long> Scores { get; } = new();

    public static Scratch Take()
    {
        var taken = free ?? new();
        free = null;
        return taken;
    }

    public void GiveBack()
    {
        Ties.Clear();
        Approaches.Clear();
        Seen.Clear();
        Scores.Clear();
        free = this;
    }
}
