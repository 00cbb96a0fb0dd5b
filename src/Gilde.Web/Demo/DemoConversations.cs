namespace Gilde.Web.Demo;

/// <summary>Three years of talk along the contacts: close ones often, loose ones once, dormant ones never; some answers are still due.</summary>
internal sealed class DemoConversations(ulong seed, IReadOnlyList<DemoMember> members, DemoTalks talks, Instant today, int showcase)
{
    private static readonly string[] Technical = ["production", "maintenance", "quality", "engineering", "research", "consulting", "safety"];
    private static readonly string[] Buyers = ["spring", "cable", "fastener", "mesh", "auto", "customer", "dealer"];

    /// <summary>The talk of two contacts, or null if they never wrote.</summary>
    public DemoConversation? Between(DemoContact contact)
    {
        var random = DemoRandom.For(seed, "talk", contact.Low * members.Count + contact.High);
        var familiar = Familiar(random, contact);
        var messages = new List<DemoMessage>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in Starts(random, contact))
        {
            var earliest = messages.Count == 0 ? contact.Since : messages[^1].At + Duration.FromDays(1);
            if (start > earliest) messages.AddRange(Episode(random, contact, familiar, start, earliest, told));
        }
        return messages.Count == 0 ? null : new DemoConversation(null, [contact.Low, contact.High], messages, Read(random, messages, [contact.Low, contact.High], today, showcase));
    }

    /// <summary>How many messages each has read: nearly all, save the newest that came in the last days.</summary>
    public static List<int> Read(DemoRandom random, List<DemoMessage> messages, IReadOnlyList<int> participants, Instant today, int showcase)
    {
        return participants.Select(p =>
        {
            var unread = 0;
            while (unread < messages.Count && messages[^(unread + 1)].Sender != p && messages[^(unread + 1)].At > today - Duration.FromDays(p == showcase ? 6 : 3)) unread++;
            return messages.Count - (p == showcase || random.Chance(0.5) ? unread : 0);
        }).ToList();
    }

    private List<Instant> Starts(DemoRandom random, DemoContact contact)
    {
        var ours = contact.Low == showcase || contact.High == showcase;
        var count = contact.Closeness switch
        {
            DemoCloseness.Close => random.Between(3, 9),
            DemoCloseness.Regular => random.Between(1, 3),
            DemoCloseness.Loose => random.Chance(0.75) ? 1 : 0,
            _ => 0,
        };
        var span = today - contact.Since;
        var starts = Enumerable.Range(0, count)
            .Select(_ => contact.Since + Duration.FromSeconds((long)(span.TotalSeconds * (1 - (1 - random.Part()) * (contact.Closeness == DemoCloseness.Loose ? 1 : random.Part())))))
            .ToList();
        if (contact.Closeness == DemoCloseness.Close && random.Chance(ours ? 0.7 : 0.25)) starts.Add(today - Duration.FromMinutes(random.Between(60, (ours ? 5 : 14) * 24 * 60)));
        starts.Sort();
        return starts;
    }

    private IEnumerable<DemoMessage> Episode(DemoRandom random, DemoContact contact, bool familiar, Instant start, Instant earliest, HashSet<string> told)
    {
        var pair = new[] { members[contact.Low], members[contact.High] };
        var english = pair.Any(m => m.Language == "en") && random.Chance(0.85);
        var relation = english ? "english" : Relation(random, contact, pair[0], pair[1], familiar);
        var topic = talks.Topic(random, relation, DemoCalendar.DayOf(start).Month);
        for (var i = 0; i < 6 && !told.Add(topic.Name); i++) topic = talks.Topic(random, relation, DemoCalendar.DayOf(start).Month);
        if (Starter(topic, random, pair) == 1) Array.Reverse(pair);
        var social = relation == "social";
        var at = DemoCalendar.On(random, DayFor(topic, pair[1], DemoCalendar.DayOf(start)), social);
        if (at <= earliest) yield break;
        var context = talks.Begin(random, pair[0], pair[1], familiar || english, DemoCalendar.DayOf(at));
        var before = Instant.MinValue;
        var turn = 0;
        // A talk breaks off now and then; loose contacts more often leave a message without an answer.
        var patience = contact.Closeness == DemoCloseness.Loose ? 0.72 : 0.93;
        foreach (var line in talks.Turns(topic, context))
        {
            if (at >= today || turn > 0 && !random.Chance(patience)) yield break;
            var (from, to) = (pair[turn % 2], pair[1 - turn % 2]);
            var greets = turn < 2 ? random.Chance(familiar ? 0.75 : 0.95) : at - before > Duration.FromHours(14) && random.Chance(0.6);
            yield return new DemoMessage(from.Number, at, talks.Write(line, context, from, to, greets, english));
            before = at;
            at = DemoCalendar.After(random, at, social);
            turn++;
        }
    }

    private static string Relation(DemoRandom random, DemoContact contact, DemoMember one, DemoMember other, bool familiar)
    {
        var way = random.Below(100);
        var technical = Technical.Contains(one.Function) && Technical.Contains(other.Function);
        return contact.Kind switch
        {
            DemoTieKind.Firm when familiar => way < 62 ? "colleague" : way < 74 && technical ? "tech" : way < 84 ? "people" : "social",
            DemoTieKind.Trade => way < 72 ? "trade" : way < 84 ? "people" : "social",
            _ when technical => way < 55 ? "tech" : way < 78 ? "people" : "social",
            _ => way < 55 ? "people" : "social",
        };
    }

    /// <summary>0 if the first of the pair opens the talk.</summary>
    private static int Starter(DemoTopic topic, DemoRandom random, DemoMember[] pair)
    {
        if (topic.Starts.Length == 0) return random.Below(2);
        var buyer = Buys(pair[0]) > Buys(pair[1]) ? 0 : Buys(pair[1]) > Buys(pair[0]) ? 1 : random.Below(2);
        return topic.Starts == "buyer" ? buyer : 1 - buyer;
    }

    private static int Buys(DemoMember member) => (member.Function == "purchasing" ? 4 : member.Function == "sales" ? -4 : 0) + (Buyers.Contains(member.Firm.Kind) ? 1 : 0);

    /// <summary>Congratulations come on the day, everything else when it comes up.</summary>
    private static LocalDate DayFor(DemoTopic topic, DemoMember to, LocalDate day) =>
        topic.Name == "geburtstag" ? new LocalDate(day.Year, to.Birthday.Month, Math.Min(to.Birthday.Day, 28)) : day;

    private bool Familiar(DemoRandom random, DemoContact contact)
    {
        var (one, other) = (members[contact.Low], members[contact.High]);
        var young = one.Birthday.Year > today.InUtc().Year - 36 && other.Birthday.Year > today.InUtc().Year - 36;
        if (contact.Kind == DemoTieKind.Firm) return one.Positions[0].Level < 5 && other.Positions[0].Level < 5 || random.Chance(0.3);
        return random.Chance((contact.Closeness == DemoCloseness.Close ? 0.6 : 0.15) + (young ? 0.3 : 0) + (one.Firm.Town.Country == "AT" ? 0.15 : 0));
    }
}
