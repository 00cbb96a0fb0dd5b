namespace Gilde.Web.Demo;

/// <summary>A request to be introduced, by number: who asks, whom they ask for it, and for whom. How far it has come shows in what has been said.</summary>
public sealed record DemoIntroduction(int Requester, int First, int Target, string Wish, Instant AskedAt)
{
    /// <summary>What the first added when they passed it on; null while it waits for them.</summary>
    public string? Passed { get; init; }
    /// <summary>The target's yes; null while there is none.</summary>
    public string? Accepted { get; init; }
    public string? Thanks { get; init; }
}

/// <summary>
/// Introductions around the member to look around as: one that waits for their answer, one of their own on its way, one of their own that has just
/// arrived, and one that they passed on and were thanked for. Where nobody fits, there is one less.
/// </summary>
internal sealed class DemoIntroductions(ulong seed, DemoNetwork network, DemoPhrases phrases, Instant now)
{
    private readonly ILookup<int, DemoContact> contacts = network.Contacts
        .Where(c => !c.LowSide.Hidden && !c.HighSide.Hidden)
        .SelectMany(c => new[] { (Of: c.Low, Contact: c), (Of: c.High, Contact: c) }).ToLookup(c => c.Of, c => c.Contact);

    private readonly HashSet<int> taken = [network.Showcase.Number];

    public IEnumerable<DemoIntroduction> Make() => new[]
    {
        Over(1, days: 1),
        From(2, days: 3),
        From(3, days: 6) is { } own ? Arrived(3, own) : null,
        Over(4, days: 9) is { } passed ? Arrived(4, passed) with { Thanks = Say(4, "thanks", passed.Target) } : null,
    }.OfType<DemoIntroduction>();

    /// <summary>Of one contact of the showcase to another who do not know each other.</summary>
    private DemoIntroduction? Over(int number, int days)
    {
        var me = network.Showcase.Number;
        var known = Known(me).Where(p => !taken.Contains(p)).ToList();
        return (from requester in known from target in known where target != requester && !Known(requester).Contains(target) select Ask(number, requester, me, target, days)).FirstOrDefault();
    }

    /// <summary>Of the showcase over a contact to somebody whom they do not know.</summary>
    private DemoIntroduction? From(int number, int days)
    {
        var me = network.Showcase.Number;
        var known = Known(me).ToHashSet();
        return (from first in Known(me) where !taken.Contains(first)
                from target in Known(first) where !taken.Contains(target) && !known.Contains(target) select Ask(number, me, first, target, days)).FirstOrDefault();
    }

    /// <summary>The contacts of somebody, the closest first.</summary>
    private IEnumerable<int> Known(int person) => contacts[person].OrderByDescending(c => c.Closeness).ThenBy(c => c.Since).Select(c => c.Low == person ? c.High : c.Low);

    private DemoIntroduction Ask(int number, int requester, int first, int target, int days)
    {
        taken.UnionWith([requester, first, target]);
        return new DemoIntroduction(requester, first, target, Say(number, "wish", target), now - Duration.FromDays(days) - Duration.FromMinutes(37 * number));
    }

    private DemoIntroduction Arrived(int number, DemoIntroduction asked) =>
        asked with { Passed = Say(number, "pass", asked.Target), Accepted = Say(number, "accept", asked.Target) };

    private string Say(int number, string section, int target)
    {
        var context = new DemoTalkContext(DemoRandom.For(seed, $"introduction {section}", number));
        (context.Values["speciality"], context.Values["target"]) = (network.Members[target].Speciality, network.Members[target].Name);
        // By number instead of by chance: of so few none is to read like another.
        return phrases.Fill(phrases.Lines(section)[number % phrases.Lines(section).Count], context);
    }
}
