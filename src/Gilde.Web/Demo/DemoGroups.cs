using Gilde.Web.Groups;
using Gilde.Web.Search;

namespace Gilde.Web.Demo;

/// <summary>A group of the invented network with those who fit it; the first of them owns it.</summary>
internal sealed record DemoGroup(string Name, GroupKind Kind, IReadOnlyList<string> Tags, string Summary, string Description, string Rules, IReadOnlyList<DemoMember> Members)
{
    private const int Moderators = 2;

    public static IReadOnlyList<DemoGroup> Of(DemoNetwork network) => [.. DemoWords.Table("groups").Select((line, number) => Read(line, number, network)).Where(g => g.Members.Count > 1)];

    public Group Row(long ownerId, int number, Instant now) => new()
    {
        Slug = GroupSlug.From(Name), Name = Name, Kind = Kind, Summary = Summary, Description = Description, Words = Search.Words.Fold($"{Name} {Summary} {string.Join(' ', Tags)}"),
        CreatedById = ownerId, CreatedAt = Members[0].JoinedAt, ActiveAt = now - Duration.FromHours(9 * number * number), Members = Members.Count, RulesVersion = Rules.Length > 0 ? 1 : 0,
    };

    public IEnumerable<GroupMember> Seats(long groupId, Func<int, long> idOf) => Members.Select((m, place) => new GroupMember
    {
        GroupId = groupId, MemberId = idOf(m.Number), Role = place == 0 ? GroupRole.Owner : place <= Moderators ? GroupRole.Moderator : GroupRole.Member, JoinedAt = m.JoinedAt, WelcomedAt = m.JoinedAt, RulesVersion = Rules.Length > 0 ? 1 : 0,
    });

    private static DemoGroup Read(string[] line, int number, DemoNetwork network)
    {
        var (kinds, functions, speciality, share) = (DemoWords.Words(line[2]), DemoWords.Words(line[3]), line[4], int.Parse(line[5]));
        bool Fits(DemoMember m) => (kinds[0] == "*" || kinds.Contains(m.Firm.Kind)) && (functions[0] == "*" || functions.Contains(m.Function)) && (speciality == "-" || speciality == m.Speciality)
            && (m.Number * 7_919 + number * 104_729) % 100 < share;
        // Who looks around moderates the first group and is in the next.
        var fitting = network.Members.Where(m => m != network.Showcase && Fits(m)).OrderBy(m => m.JoinedAt).ToList();
        if (number < 3 && fitting.Count > 0) fitting.Insert(number == 0 ? 1 : fitting.Count, network.Showcase);
        return new(line[0], Enum.Parse<GroupKind>(line[1], ignoreCase: true), DemoWords.Words(line[6]), line[7], line[8], string.Join('\n', line[9].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(rule => "- " + rule)), fitting);
    }
}

/// <summary>The invented groups as rows.</summary>
internal static class DemoGroups
{
    public static async Task InsertGroups(this GildeDb db, DemoNetwork network, DemoTables tables, Instant now, CancellationToken stop)
    {
        var groups = DemoGroup.Of(network);
        await db.Insert(groups.Select((g, i) => g.Row(tables.IdOf(g.Members[0].Number), i, now)), firstId: 1, stop);
        await db.Insert(groups.SelectMany((g, i) => g.Tags.Select((tag, rank) => new GroupTag { GroupId = i + 1, Key = Words.Fold(tag), Name = tag, Rank = rank })), stop: stop);
        await db.Insert(groups.SelectMany((g, i) => g.Rules.Length == 0 ? [] : new[] { new GroupRuleset { GroupId = i + 1, Version = 1, Text = g.Rules, At = g.Members[0].JoinedAt } }), stop: stop);
        await db.Insert(groups.SelectMany((g, i) => g.Seats(i + 1, tables.IdOf)), stop: stop);
    }
}
