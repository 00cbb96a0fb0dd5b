namespace Gilde.Web.Demo;

/// <summary>
/// An invented wire-and-tube trade: the same people, contacts and talks for the same seed and day. People and contacts are made at once;
/// conversations are many and come as a stream.
/// </summary>
public sealed class DemoNetwork
{
    public const ulong DefaultSeed = 20_240_419;
    public const int DefaultPeople = 2_000;

    /// <summary>A showcase member has about so many contacts: plenty, and still a list that one can look through.</summary>
    private const int ShowcaseContacts = 180;

    private readonly ulong seed;
    private readonly Instant now;
    private readonly DemoTrade trade;
    private readonly DemoCircles circles;
    private readonly DemoPhrases phrases;
    private readonly HashSet<(int, int)> pairs;

    public ulong Seed => seed;

    public DemoNetwork(ulong seed, Instant now, int people = DefaultPeople)
    {
        (this.seed, this.now) = (seed, now);
        trade = new DemoTrade(seed, people);
        Members = new DemoPeople(seed, trade, DemoCalendar.DayOf(now)).Make();
        circles = new DemoCircles(seed, trade, Members);
        var ties = new DemoTies(seed, Members, circles).Draw();
        pairs = ties.Select(t => (t.Low, t.High)).ToHashSet();
        var contacts = new DemoContacts(seed, Members, new DemoPhrases(DemoWords.Sections("ties")), now);
        Contacts = ties.Select(contacts.Complete).ToList();
        Showcase = Members[FindShowcase()];
        Requests = AskShowcase(contacts).Concat(contacts.Requests(circles, pairs, people / 3)).OrderBy(r => r.At).ToList();
        phrases = new DemoPhrases(DemoWords.Sections("talk-frame", "talk-trade", "talk-tech", "talk-people", "talk-english", "talk-groups"));
    }

    public IReadOnlyList<DemoFirm> Firms => trade.Firms;
    public IReadOnlyList<DemoMember> Members { get; }
    public IReadOnlyList<DemoContact> Contacts { get; }
    public IReadOnlyList<DemoRequest> Requests { get; }
    /// <summary>The member to look around as: many contacts, unread messages, open requests.</summary>
    public DemoMember Showcase { get; }

    /// <summary>All conversations, made as they are read.</summary>
    public IEnumerable<DemoConversation> Conversations()
    {
        var talks = new DemoTalks(Members, trade, phrases);
        var pairsOfTwo = new DemoConversations(seed, Members, talks, now, Showcase.Number);
        foreach (var contact in Contacts)
            if (pairsOfTwo.Between(contact) is { } conversation) yield return conversation;
        var rounds = new DemoRounds(seed, Members, circles, talks, phrases, now, Showcase.Number);
        foreach (var conversation in rounds.Groups(Members.Count / 12)) yield return conversation;
        foreach (var conversation in rounds.Strangers([.. pairs], Members.Count / 6)) yield return conversation;
    }

    public IEnumerable<DemoIntroduction> Introductions() => new DemoIntroductions(seed, this, new DemoPhrases(DemoWords.Sections("introductions")), now).Make();

    private int FindShowcase()
    {
        var degrees = new int[Members.Count];
        foreach (var contact in Contacts)
        {
            degrees[contact.Low]++;
            degrees[contact.High]++;
        }
        return Members.Where(m => m.Language == "de" && m.Title.Length == 0 && m.Positions[0].Level is > 0 and < 5 && m.About.Length > 0)
            .OrderBy(m => Math.Abs(degrees[m.Number] - ShowcaseContacts)).ThenBy(m => m.Number).First().Number;
    }

    private List<DemoRequest> AskShowcase(DemoContacts contacts)
    {
        var random = DemoRandom.For(seed, "showcase");
        var circle = circles.Of(Showcase.Number).Where(c => c.Kind != DemoTieKind.Firm).MaxBy(c => c.Members.Count);
        if (circle is null) return [];
        return random.Some(circle.Members, circle.Members.Count)
            .Select(from => contacts.Ask(random, from, Showcase.Number, circle.Kind, circle.Name, pairs))
            .OfType<DemoRequest>().Take(4).ToList();
    }
}
