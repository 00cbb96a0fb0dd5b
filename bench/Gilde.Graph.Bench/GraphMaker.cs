namespace Gilde.Graph.Bench;

/// <summary>A seeded network: how many contacts people have follows a power law, most are within communities of some thousand, and the closer ties too.</summary>
/// <remarks>
/// Each member has wishes (Pareto, exponent 2.5, at most 20,000) and finds that many partners, people with many wishes the more easily: four of five among the community, the
/// fifth anywhere. Hidden contacts (2 %), members who hide theirs (3 %), suspended ones (0.1 %) and blocks (one for 100 members) are there too, unless left out.
/// </remarks>
sealed class GraphMaker(GraphSize size, int seed, bool plain)
{
    const int Community = 4096, MostWishes = 20_000;

    readonly Random random = new(seed);

    public ContactGraph Make(Action<double> progress)
    {
        var builder = new ContactGraphBuilder();
        AddContacts(builder, share => progress(share * 0.6));
        AddMembers(builder);
        var graph = builder.Build();
        progress(1);
        return graph;
    }

    void AddContacts(ContactGraphBuilder builder, Action<double> progress)
    {
        var starts = Wishes();
        // Everybody as often as they have wishes, so that a place by chance is a partner by popularity.
        var stubs = new int[starts[^1]];
        for (var member = 0; member < size.Members; member++) stubs.AsSpan((int)starts[member], (int)(starts[member + 1] - starts[member])).Fill(member);

        var found = new HashSet<int>();
        for (var member = 0; member < size.Members; member++)
        {
            found.Clear();
            var (low, high) = (member / Community * Community, Math.Min(size.Members, ((member / Community) + 1) * Community));
            var wishes = starts[member + 1] - starts[member];
            for (var tries = 0; found.Count < wishes && tries < wishes * 3; tries++)
            {
                var near = random.Next(5) > 0;
                var partner = near ? stubs[random.NextInt64(starts[low], starts[high])] : stubs[random.NextInt64(stubs.Length)];
                if (partner != member && found.Add(partner)) builder.SetContact(member + 1, partner + 1, Strength(near), !plain && random.Next(50) == 0);
            }
            if (member % 65_536 == 0) progress(member / (double)size.Members);
        }
    }

    long[] Wishes()
    {
        var starts = new long[size.Members + 1];
        // The mean of this Pareto law is three times its least.
        var least = size.Contacts / (double)size.Members / 3 * 1.06;
        for (var member = 0; member < size.Members; member++)
            starts[member + 1] = starts[member] + (long)Math.Clamp(Math.Round(least * Math.Pow(1 - random.NextDouble(), -1 / 1.5)), 1, Math.Min(MostWishes, size.Members / 20));
        return starts;
    }

    byte Strength(bool near) => (byte)(random.Next(near ? 100 : 400) switch
    {
        < 4 => random.Next(239, 256),
        < 15 => random.Next(213, 239),
        < 40 => random.Next(168, 213),
        _ => random.Next(95, 168),
    });

    void AddMembers(ContactGraphBuilder builder)
    {
        for (var id = 1; id <= size.Members; id++)
        {
            var fate = plain ? 500 : random.Next(1000);
            builder.SetMember(id, fate == 0 ? MemberFlags.Suspended : fate <= 30 ? MemberFlags.ContactsHidden : MemberFlags.None);
        }
        for (var i = 0; !plain && i < size.Members / 100; i++)
        {
            var (a, b) = (random.Next(size.Members) + 1, random.Next(size.Members) + 1);
            if (a != b) builder.Block(a, b);
        }
    }
}
