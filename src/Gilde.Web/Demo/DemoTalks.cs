using System.Text.RegularExpressions;
using NodaTime.Calendars;

namespace Gilde.Web.Demo;

internal sealed record DemoTopic(string Name, string Relation, int Weight, int[] Months, string Starts);

/// <summary>One exchange between two: a topic played turn by turn, each line fitting the one before.</summary>
internal sealed partial class DemoTalks(IReadOnlyList<DemoMember> members, DemoTrade trade, DemoPhrases phrases)
{
    public static readonly string[] Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    private readonly List<DemoTopic> topics = DemoWords.Table("topics")
        .Select(t => new DemoTopic(t[0], t[1], int.Parse(t[2]), DemoWords.Words(t[3]).Select(int.Parse).ToArray(), t[4])).ToList();

    private readonly Dictionary<int, List<DemoMember>> people = members.GroupBy(m => m.Firm.Number).ToDictionary(g => g.Key, g => g.ToList());

    /// <summary>A topic for the relation that fits the season.</summary>
    public DemoTopic Topic(DemoRandom random, string relation, int month) =>
        random.Pick(topics.Where(t => t.Relation == relation && (t.Months.Length == 0 || t.Months.Contains(month))).ToList(), t => t.Weight);

    /// <summary>The lines of the topic in turn, without greeting; the talk ends where no line fits or at the last turn.</summary>
    public IEnumerable<string> Turns(DemoTopic topic, DemoTalkContext context)
    {
        var strand = ' ';
        for (var turn = 1; phrases.Has($"{topic.Name}.{turn}"); turn++)
        {
            var fitting = phrases.Lines($"{topic.Name}.{turn}").Where(l => Fits(l, strand)).ToList();
            if (fitting.Count == 0) yield break;
            var line = context.Random.Pick(fitting);
            if (StrandOf().Match(line) is { Success: true } mark)
            {
                line = line[mark.Length..];
                strand = mark.Groups[2].Success ? mark.Groups[2].Value[0] : mark.Groups[1].Value.Contains(strand) ? strand : mark.Groups[1].Value[0];
            }
            yield return line;
        }
    }

    /// <summary>What both sides of an exchange share: the matter, its week, a third person.</summary>
    public DemoTalkContext Begin(DemoRandom random, DemoMember one, DemoMember other, bool familiar, LocalDate day)
    {
        var context = new DemoTalkContext(random, familiar);
        var colleagues = people[other.Firm.Number];
        var third = random.Pick(colleagues.Count > 2 && random.Chance(0.6) ? colleagues : members);
        while (third == one || third == other) third = random.Pick(members);
        foreach (var (name, value) in new (string, string)[]
        {
            ("kw", WeekYearRules.Iso.GetWeekOfWeekYear(day.PlusWeeks(random.Between(3, 9))).ToString()), ("month", Months[day.PlusMonths(random.Between(1, 4)).Month - 1]),
            ("pastmonth", Months[day.PlusMonths(-random.Between(1, 6)).Month - 1]), ("person", $"{third.Given} {third.Family}"), ("friend", third.Name),
            ("sharedskill", random.Pick(other.Skills)), ("town2", Elsewhere(random, one, other).Name),
            ("firm3", random.Pick(trade.Firms).Name),
        }) context.Values[name] = value;
        return context;
    }

    /// <summary>One message: the line filled in, with greeting and ending as people do.</summary>
    public string Write(string line, DemoTalkContext context, DemoMember from, DemoMember to, bool greets, bool english)
    {
        var random = context.Random;
        Address(context, from, to);
        var body = phrases.Fill(line, context);
        var country = from.Firm.Town.Country;
        var way = english ? "en" : context.Familiar ? "du" : "sie";
        var text = greets
            ? $"{phrases.Say(phrases.Has($"greet.{way}.{country}") && random.Chance(0.6) ? $"greet.{way}.{country}" : $"greet.{way}", context)}{(body.Length > 60 ? "\n\n" : " ")}{body}"
            : char.ToUpperInvariant(body[0]) + body[1..];
        if (greets && random.Chance(context.Familiar ? 0.4 : 0.85)) text += $"\n\n{phrases.Say($"close.{way}", context)}";
        return country == "CH" ? text.Replace("ß", "ss") : text;
    }

    private static void Address(DemoTalkContext context, DemoMember from, DemoMember to)
    {
        var values = context.Values;
        var she = to.Gender == DemoGender.She;
        values["given"] = to.Given;
        values["name"] = $"{(she ? "Frau" : "Herr")} {(to.Title.Length > 0 ? "Dr. " : "")}{to.Family}";
        values["geehrt"] = she ? "geehrte" : "geehrter";
        values["sender"] = $"{from.Given} {from.Family}";
        values["sendergiven"] = from.Given;
        values["sendertown"] = from.Firm.Town.Name;
        values["town"] = from.Town.Name;
        values["ownfirm"] = from.Firm.Name;
        values["firm2"] = to.Firm.Name;
        values["interest"] = from.Interests[0];
    }

    private DemoTown Elsewhere(DemoRandom random, DemoMember one, DemoMember other)
    {
        while (true)
        {
            var town = random.Pick(trade.Towns);
            if (town.Country == other.Firm.Town.Country && town != other.Town && town != one.Town) return town;
        }
    }

    private static bool Fits(string line, char strand) =>
        StrandOf().Match(line) is not { Success: true } mark || mark.Groups[1].Value == "*" || mark.Groups[1].Value.Contains(strand);

    /// <summary><c>ab:</c> fits strands a and b; <c>*>c:</c> fits all and goes on in c.</summary>
    [GeneratedRegex(@"^(\*|[a-z]{1,3})(?:>([a-z]))?: ")]
    private static partial Regex StrandOf();
}
