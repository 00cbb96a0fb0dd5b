namespace Gilde.Web.Demo;

/// <summary>A set of members who may know each other, and why.</summary>
internal sealed record DemoCircle(DemoTieKind Kind, string Name, List<int> Members);

/// <summary>The circles in which people of the trade meet: firm, former firm, town, school year, speciality, fairs and business between firms.</summary>
internal sealed class DemoCircles
{
    private static readonly string[] Buying = ["purchasing", "management", "sales", "logistics", "quality"];
    private readonly List<DemoCircle>[] ofMember;

    public DemoCircles(ulong seed, DemoTrade trade, IReadOnlyList<DemoMember> members)
    {
        ofMember = members.Select(_ => new List<DemoCircle>()).ToArray();
        Gather(DemoTieKind.Firm, members.Select(m => (m.Number, $"{m.Firm.Name}")));
        Gather(DemoTieKind.FormerFirm, members.SelectMany(m => m.Positions.Select(p => (m.Number, Key: $"{p.Firm.Name}|{p.From.Year / 6}")).Distinct()));
        Gather(DemoTieKind.Town, members.Select(m => (m.Number, m.Town.Name)));
        Gather(DemoTieKind.School, members.SelectMany(m => m.Educations.Select(e => (m.Number, $"{e.School}|{e.To / 3}"))));
        Gather(DemoTieKind.Speciality, members.Select(m => (m.Number, $"{m.Speciality}|{m.Firm.Town.Country}{m.Firm.Town.Region.Length % 2}")));
        Gather(DemoTieKind.Fair, Fairs(seed, members));
        Gather(DemoTieKind.Trade, Business(seed, trade, members));
    }

    public IReadOnlyList<DemoCircle> Of(int member) => ofMember[member];

    private void Gather(DemoTieKind kind, IEnumerable<(int Member, string Name)> places)
    {
        foreach (var group in places.GroupBy(p => p.Name, StringComparer.Ordinal))
        {
            var circle = new DemoCircle(kind, group.Key, group.Select(p => p.Member).Distinct().ToList());
            if (circle.Members.Count < 2) continue;
            foreach (var member in circle.Members) ofMember[member].Add(circle);
        }
    }

    /// <summary>Stands, evenings and seminars: small rounds around a speciality, with guests.</summary>
    private static IEnumerable<(int, string)> Fairs(ulong seed, IReadOnlyList<DemoMember> members)
    {
        var random = DemoRandom.For(seed, "fairs");
        foreach (var member in members)
        {
            var visits = member.Function is "sales" or "management" or "marketing" or "media" or "association" or "consulting" ? random.Between(1, 4) : random.Below(3);
            for (var i = 0; i < visits; i++)
            {
                var subject = random.Chance(0.75) ? member.Speciality : "Abend";
                yield return (member.Number, $"{subject}|{random.Below(subject == "Abend" ? 18 : 6)}");
            }
        }
    }

    /// <summary>Those who buy and sell between a firm and its steady suppliers.</summary>
    private static IEnumerable<(int, string)> Business(ulong seed, DemoTrade trade, IReadOnlyList<DemoMember> members)
    {
        var dealing = members.Where(m => Buying.Contains(m.Function)).GroupBy(m => m.Firm.Number).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var firm in trade.Firms.Where(f => dealing.ContainsKey(f.Number)))
        {
            var random = DemoRandom.For(seed, "business", firm.Number);
            var others = trade.Firms.Where(f => f != firm && f.Kind != firm.Kind && dealing.ContainsKey(f.Number)).ToList();
            for (var i = random.Between(2, 5); i > 0; i--)
            {
                var partner = random.Pick(others, o => o.Seats + (o.Town.DistanceSquared(firm.Town) < 80 * 80 ? 12 : 1));
                foreach (var member in random.Some(dealing[firm.Number], 4).Concat(random.Some(dealing[partner.Number], 3)))
                    yield return (member.Number, $"{firm.Number}-{partner.Number}");
            }
        }
    }
}
