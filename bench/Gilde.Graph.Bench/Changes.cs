namespace Gilde.Graph.Bench;

/// <summary>An endless row of changes that leaves the network about as large as it was: contacts come, some grow stronger or weaker, and after a while they go.</summary>
sealed class Changes(ContactGraph graph, int members, int seed)
{
    const int Kept = 1 << 17;

    readonly (int A, int B)[] recent = new (int, int)[Kept];
    readonly Random random = new(seed);
    long at;

    public long Made { get; private set; }

    public void Make()
    {
        ref var place = ref recent[at % Kept];
        switch (at++ % 5)
        {
            case 4 when at > Kept:
                // Of one that came lately; the place itself stays empty.
                var (a, b) = recent[(at - 2 - (random.Next(Kept / 5 - 2) * 5)) % Kept];
                if (a != b) Count(graph.SetContact(a, b, (byte)random.Next(95, 256), hidden: false));
                break;
            default:
                if (place.A != place.B) Count(graph.RemoveContact(place.A, place.B));
                var from = random.Next(members) + 1;
                var near = Math.Clamp(from + random.Next(-2000, 2000), 1, members);
                place = (from, near);
                if (from != near) Count(graph.SetContact(from, near, (byte)random.Next(95, 256), hidden: false));
                break;
        }
    }

    void Count(bool changed) => Made += changed ? 1 : 0;
}
