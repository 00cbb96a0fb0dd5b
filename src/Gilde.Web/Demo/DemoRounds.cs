namespace Gilde.Web.Demo;

/// <summary>Talk beyond pairs of contacts: small groups, and first messages of people who do not know each other yet.</summary>
internal sealed class DemoRounds(ulong seed, IReadOnlyList<DemoMember> members, DemoCircles circles, DemoTalks talks, DemoPhrases phrases, Instant today, int showcase)
{
    public IEnumerable<DemoConversation> Groups(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var random = DemoRandom.For(seed, "group", i);
            var host = i < 3 ? showcase : random.Below(members.Count);
            if (circles.Of(host).Count == 0) continue;
            var circle = random.Pick(circles.Of(host));
            var kind = circle.Kind switch { DemoTieKind.Town => "region", DemoTieKind.Fair => "fair", _ => "project" };
            var guests = random.Some(circle.Members.Where(m => m != host).ToList(), random.Between(2, 9));
            if (guests.Count >= 2) yield return Group(random, kind, [host, .. guests]);
        }
    }

    /// <summary>The first message to a stranger, half of them answered so far.</summary>
    public IEnumerable<DemoConversation> Strangers(HashSet<(int, int)> pairs, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var random = DemoRandom.For(seed, "stranger", i);
            var (from, to) = (members[random.Below(members.Count)], members[i < 2 ? showcase : random.Below(members.Count)]);
            if (from == to || !pairs.Add((Math.Min(from.Number, to.Number), Math.Max(from.Number, to.Number)))) continue;
            var joined = Instant.Max(from.JoinedAt, to.JoinedAt);
            var at = i < 2 ? today - Duration.FromHours(random.Between(5, 60)) : joined + Duration.FromSeconds((long)((today - joined).TotalSeconds * (0.05 + 0.9 * random.Part())));
            var context = talks.Begin(random, from, to, familiar: false, DemoCalendar.DayOf(at));
            var messages = new List<DemoMessage>();
            var topic = new DemoTopic("stranger", "", 1, [], "");
            foreach (var line in talks.Turns(topic, context).Prepend(random.Pick(phrases.Lines("stranger"))))
            {
                if (at >= today || messages.Count > 0 && (i < 2 || messages.Count == 1 && !random.Chance(0.5))) break;
                var (sender, other) = messages.Count % 2 == 0 ? (from, to) : (to, from);
                messages.Add(new DemoMessage(sender.Number, at, talks.Write(line, context, sender, other, greets: true, english: false)));
                at = DemoCalendar.After(random, at, social: false);
            }
            if (messages.Count > 0) yield return new DemoConversation(null, [from.Number, to.Number], messages, DemoConversations.Read(random, messages, [from.Number, to.Number], today, showcase)) { Reason = phrases.Say("stranger.reason", context) };
        }
    }

    private DemoConversation Group(DemoRandom random, string kind, List<int> participants)
    {
        var host = members[participants[0]];
        var newest = participants.Max(p => members[p].JoinedAt);
        var span = (today - newest).TotalSeconds;
        var at = DemoCalendar.On(random, DemoCalendar.DayOf(newest + Duration.FromSeconds((long)(span * (0.2 + 0.75 * random.Part())))), social: false);
        if (at <= newest + Duration.FromMinutes(2) || at >= today) at = newest + Duration.FromSeconds((long)(span / 2));
        var context = talks.Begin(random, host, members[participants[1]], familiar: true, DemoCalendar.DayOf(at));
        context.Values["town"] = host.Town.Name;
        var title = phrases.Say($"group.{kind}.title", context);
        var messages = new List<DemoMessage> { new(host.Number, at - Duration.FromSeconds(random.Between(20, 90)), title, IsNote: true), new(host.Number, at, phrases.Say($"group.{kind}.open", context)) };
        var lines = random.Some(phrases.Lines($"group.{kind}.say"), random.Between(2, 15));
        foreach (var line in lines)
        {
            at = DemoCalendar.After(random, at, social: kind != "project");
            if (at >= today) break;
            var sender = random.Pick(participants);
            messages.Add(new DemoMessage(sender, at, phrases.Fill(random.Chance(0.15) ? random.Pick(phrases.Lines("group.reply.short")) : line, context)));
        }
        return new DemoConversation(title, participants, messages, DemoConversations.Read(random, messages, participants, today, showcase));
    }
}
