using System.Text.RegularExpressions;
using Gilde.Web.Demo;

namespace Gilde.Web.Tests.Demo;

public partial class DemoNetworkTests
{
    [Fact]
    public void The_same_seed_and_day_give_the_same_network()
    {
        var once = Demos.Fingerprint(new DemoNetwork(7, Demos.Today, people: 300));
        Assert.Equal(once, Demos.Fingerprint(new DemoNetwork(7, Demos.Today, people: 300)));
        Assert.NotEqual(once, Demos.Fingerprint(new DemoNetwork(8, Demos.Today, people: 300)));
    }

    [Fact]
    public void There_are_as_many_people_as_asked_for_and_all_firms_have_some()
    {
        Assert.Equal(DemoNetwork.DefaultPeople, Demos.Full.Members.Count);
        Assert.InRange(Demos.Full.Firms.Count, 170, 220);
        Assert.Equal(Demos.Full.Members.Count, Demos.Full.Firms.Sum(f => f.Seats));
        Assert.InRange(Demos.Full.Firms.Max(f => f.Seats), 40, 120);
    }

    [Fact]
    public void Handles_and_addresses_are_unique_and_can_be_said_aloud()
    {
        var handles = Demos.Full.Members.Select(m => m.Handle).ToList();
        Assert.Equal(handles.Count, handles.Distinct().Count());
        Assert.All(handles, h => Assert.Matches(Handle(), h));
        Assert.All(handles, h => Assert.InRange(h.Length, 5, 40));
        Assert.All(Demos.Full.Members.Where(m => m.Family == "Müller"), m => Assert.Contains("-mueller", m.Handle));
        Assert.Equal(handles.Count, Demos.Full.Members.Select(m => m.Email).Distinct().Count());
        Assert.All(Demos.Full.Members, m => Assert.EndsWith(".example", m.Email));
    }

    [Theory]
    [InlineData("İbrahim", "Çağlar", "ibrahim-caglar")]
    [InlineData("Jürgen", "Groß", "juergen-gross")]
    [InlineData("Małgorzata", "Wójcik", "malgorzata-wojcik")]
    [InlineData("Đorđe", "de Vries", "dorde-de-vries")]
    public void Handles_spell_letters_that_ascii_lacks(string given, string family, string expected) =>
        Assert.Equal(expected, new DemoHandles().Take(given, family, "Altena"));

    [Fact]
    public void Contacts_have_a_heavy_tail_and_form_triangles()
    {
        var neighbours = Neighbours(Demos.Full);
        var degrees = neighbours.Select(n => n.Count).Order().ToList();
        Assert.InRange(degrees.Average(), 20, 32);
        Assert.InRange(degrees[^1], 150, 400);
        Assert.InRange(degrees[degrees.Count / 2], 10, 24);
        Assert.InRange(degrees.Count(d => d == 0), 0, 20);
        Assert.InRange(Clustering(neighbours), 0.12, 0.6);
        Assert.All(Demos.Full.Contacts, c => Assert.True(c.Low < c.High));
        Assert.Equal(Demos.Full.Contacts.Count, Demos.Full.Contacts.Select(c => (c.Low, c.High)).Distinct().Count());
    }

    [Fact]
    public void Nearly_everybody_is_connected_to_everybody()
    {
        var neighbours = Neighbours(Demos.Full);
        var seen = new HashSet<int> { Demos.Full.Showcase.Number };
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var member))
            foreach (var next in neighbours[member].Where(seen.Add)) queue.Enqueue(next);
        Assert.InRange(seen.Count, (int)(Demos.Full.Members.Count * 0.97), Demos.Full.Members.Count);
    }

    [Fact]
    public void Careers_run_in_order_and_end_today()
    {
        foreach (var member in Demos.Full.Members)
        {
            Assert.InRange(member.Positions.Count, 1, 5);
            Assert.Null(member.Positions[0].To);
            Assert.Equal(member.Firm, member.Positions[0].Firm);
            for (var i = 0; i < member.Positions.Count; i++)
            {
                var position = member.Positions[i];
                Assert.True(position.Firm.Founded <= position.From.Year, $"{member.Name}: {position.Firm.Name} is younger than the position");
                if (i > 0) Assert.True(position.To is { } to && to.CompareTo(position.From) >= 0 && to.CompareTo(member.Positions[i - 1].From) < 0, member.Name);
            }
            Assert.True(member.Positions[^1].From.Year - member.Birthday.Year >= 15, $"{member.Name} began to work as a child");
        }
    }

    [Theory]
    [InlineData(1, "2025-12-31T23:30:00Z", 60)]
    [InlineData(2, "2028-02-29T03:00:00Z", 200)]
    [InlineData(3, "2027-08-15T12:00:00Z", 400)]
    public void Any_seed_day_and_size_give_a_sound_network(ulong seed, string today, int people)
    {
        var now = NodaTime.Text.InstantPattern.General.Parse(today).Value;
        var network = new DemoNetwork(seed, now, people);
        Assert.Equal(people, network.Members.Count);
        Assert.All(network.Conversations().SelectMany(c => c.Messages), m => Assert.True(m.At < now));
        Assert.All(network.Members, m => Assert.True(m.Positions[0].From.OnDayOfMonth(1).AtMidnight().InUtc().ToInstant() < now));
    }

    [Fact]
    public void Nothing_lies_in_the_future_or_before_people_joined()
    {
        Assert.All(Demos.Full.Members, m => Assert.True(m.JoinedAt < Demos.Today));
        var joined = Demos.Full.Members.Select(m => m.JoinedAt).ToList();
        Assert.All(Demos.Full.Contacts, c => Assert.True(c.Since < Demos.Today && c.Since >= joined[c.Low] && c.Since >= joined[c.High]));
        Assert.All(Demos.Full.Requests, r => Assert.True(r.At < Demos.Today && r.At >= joined[r.From] && r.At >= joined[r.To]));
        foreach (var talk in Demos.Talks)
            for (var i = 0; i < talk.Messages.Count; i++)
            {
                Assert.True(talk.Messages[i].At < Demos.Today);
                Assert.True(i == 0 || talk.Messages[i].At > talk.Messages[i - 1].At, "messages out of order");
                Assert.Contains(talk.Messages[i].Sender, talk.Participants);
                Assert.All(talk.Participants, p => Assert.True(talk.Messages[i].At >= joined[p]));
            }
    }

    [Fact]
    public void Most_talks_go_both_ways_and_reach_from_three_years_ago_to_this_week()
    {
        var pairs = Demos.Talks.Where(t => t.Title is null).ToList();
        var share = pairs.Count(t => t.Messages.Select(m => m.Sender).Distinct().Count() == 2) / (double)pairs.Count;
        Assert.InRange(share, 0.6, 0.97);
        Assert.InRange(Demos.Talks.Sum(t => t.Messages.Count), 40_000, 160_000);
        Assert.True(Demos.Talks.Min(t => t.Messages[0].At) < Demos.Today - NodaTime.Duration.FromDays(900));
        Assert.True(Demos.Talks.Count(t => t.Messages[^1].At > Demos.Today - NodaTime.Duration.FromDays(7)) > 100);
        Assert.All(Demos.Talks, t => Assert.InRange(t.Participants.Count, 2, 20));
        Assert.Equal(pairs.Count, pairs.Select(t => (t.Participants.Min(), t.Participants.Max())).Distinct().Count());
    }

    [Fact]
    public void The_showcase_member_has_many_contacts_unread_messages_and_requests()
    {
        var number = Demos.Full.Showcase.Number;
        Assert.InRange(Demos.Full.Contacts.Count(c => c.Low == number || c.High == number), 120, 240);
        Assert.InRange(Demos.Full.Requests.Count(r => r.To == number), 3, 12);
        Assert.True(Demos.Talks.Count(t => t.Participants.ToList().IndexOf(number) is var i and >= 0 && t.Read[i] < t.Messages.Count) >= 3);
    }

    private static List<HashSet<int>> Neighbours(DemoNetwork network)
    {
        var neighbours = network.Members.Select(_ => new HashSet<int>()).ToList();
        foreach (var contact in network.Contacts)
        {
            neighbours[contact.Low].Add(contact.High);
            neighbours[contact.High].Add(contact.Low);
        }
        return neighbours;
    }

    /// <summary>Mean over members of the share of their contacts' pairs that know each other.</summary>
    private static double Clustering(List<HashSet<int>> neighbours) => neighbours.Where(n => n.Count > 1).Average(n =>
    {
        var list = n.ToList();
        var linked = 0;
        for (var i = 0; i < list.Count; i++)
            for (var j = i + 1; j < list.Count; j++)
                if (neighbours[list[i]].Contains(list[j])) linked++;
        return 2.0 * linked / (list.Count * (list.Count - 1));
    });

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Handle();
}
