using Gilde.Graph;

namespace Gilde.Web.Demo;

/// <summary>Gives each tie its story: since when, how close, what the two note about each other, and which requests are still open.</summary>
internal sealed class DemoContacts(ulong seed, IReadOnlyList<DemoMember> members, DemoPhrases phrases, Instant today)
{
    public const int HiddenPerThousand = 15;

    public DemoContact Complete(DemoTie tie)
    {
        var random = DemoRandom.For(seed, "contact", tie.Low * members.Count + tie.High);
        var (low, high) = (members[tie.Low], members[tie.High]);
        var first = Instant.Max(low.JoinedAt, high.JoinedAt);
        var days = (today - first).TotalDays;
        // Most find each other soon after the second has joined; the day itself is a working day.
        var wait = random.Chance(0.5) ? random.Part() * Math.Min(40, days - 2) : random.Part() * (days - 2);
        var since = DemoCalendar.On(random, DemoCalendar.DayOf(first + Duration.FromSeconds((long)(wait * 86400))), social: false);
        if (since <= first) since = first + Duration.FromMinutes(random.Between(20, 300));
        if (since >= today) since = today - Duration.FromHours(random.Between(2, 30));
        var closeness = Closeness(random, tie.Kind);
        var met = closeness >= DemoCloseness.Regular ? random.Chance(0.55) : random.Chance(0.08);
        return new DemoContact(tie.Low, tie.High, tie.Kind, closeness, since, met, Side(random, tie, low, high, closeness), Side(random, tie, high, low, closeness));
    }

    public List<DemoRequest> Requests(DemoCircles circles, HashSet<(int, int)> pairs, int count)
    {
        var random = DemoRandom.For(seed, "requests");
        var requests = new List<DemoRequest>();
        for (var tries = 0; requests.Count < count && tries < count * 20; tries++)
        {
            var from = random.Below(members.Count);
            if (circles.Of(from).Count == 0) continue;
            var circle = random.Pick(circles.Of(from));
            if (Ask(random, from, random.Pick(circle.Members), circle.Kind, circle.Name, pairs) is { } request) requests.Add(request);
        }
        return requests;
    }

    /// <summary>A request between the two, unless they know or asked each other already.</summary>
    public DemoRequest? Ask(DemoRandom random, int from, int to, DemoTieKind kind, string circle, HashSet<(int, int)> pairs)
    {
        if (from == to || !pairs.Add((Math.Min(from, to), Math.Max(from, to)))) return null;
        var at = today - Duration.FromMinutes(random.Between(30, 45 * 24 * 60));
        var joined = Instant.Max(members[from].JoinedAt, members[to].JoinedAt);
        if (at <= joined) at = joined + Duration.FromMinutes(random.Between(10, 600));
        var tie = new DemoTie(Math.Min(from, to), Math.Max(from, to), kind, circle);
        return new DemoRequest(from, to, Say(random, Reasons(kind), tie, members[from], members[to], familiar: kind == DemoTieKind.Firm), at);
    }

    private static DemoCloseness Closeness(DemoRandom random, DemoTieKind kind)
    {
        var fate = random.Below(100) - (kind is DemoTieKind.Firm or DemoTieKind.Trade ? 8 : 0);
        return fate switch { < 6 => DemoCloseness.Close, < 24 => DemoCloseness.Regular, < 50 => DemoCloseness.Loose, _ => DemoCloseness.Dormant };
    }

    private DemoSide Side(DemoRandom random, DemoTie tie, DemoMember owner, DemoMember other, DemoCloseness closeness)
    {
        var near = closeness >= DemoCloseness.Regular;
        return new DemoSide(
            random.Chance(near ? 0.45 : 0.15) ? Say(random, "met", tie, owner, other, true) : "",
            random.Chance(near ? 0.22 : 0.04) ? Say(random, "note", tie, owner, other, true) : "",
            random.Chance(near ? 0.3 : 0.1) ? random.Some(phrases.Lines("tag"), random.Between(1, 2)) : [],
            random.Below(1000) < HiddenPerThousand,
            near && random.Chance(0.6),
            Word(DemoRandom.For(seed, "word", owner.Number * members.Count + other.Number), closeness));
    }

    /// <summary>Few say anything, and most of those of people who are near to them.</summary>
    private static PrivateWord Word(DemoRandom random, DemoCloseness closeness) => closeness switch
    {
        DemoCloseness.Close => random.Below(100) switch { < 30 => PrivateWord.AtNight, < 60 => PrivateWord.Well, _ => PrivateWord.Unsaid },
        DemoCloseness.Regular => random.Below(100) switch { < 3 => PrivateWord.AtNight, < 20 => PrivateWord.Well, _ => PrivateWord.Unsaid },
        DemoCloseness.Dormant => random.Below(100) < 2 ? PrivateWord.Hardly : PrivateWord.Unsaid,
        _ => PrivateWord.Unsaid,
    };

    private static string Reasons(DemoTieKind kind) => kind switch
    {
        DemoTieKind.Firm => "reason.firm",
        DemoTieKind.FormerFirm => "reason.exfirm",
        DemoTieKind.Town => "reason.town",
        DemoTieKind.School => "reason.school",
        DemoTieKind.Speciality => "reason.speciality",
        DemoTieKind.Fair => "reason.fair",
        DemoTieKind.Trade => "reason.trade",
        _ => "reason.friend",
    };

    private string Say(DemoRandom random, string section, DemoTie tie, DemoMember owner, DemoMember other, bool familiar)
    {
        var context = new DemoTalkContext(random, familiar);
        var circle = tie.Circle.Split('|')[0];
        foreach (var (name, value) in new (string, string)[]
        {
            ("firm", tie.Kind is DemoTieKind.Firm or DemoTieKind.FormerFirm ? circle : other.Firm.Name), ("ownfirm", owner.Firm.Name), ("town", tie.Kind == DemoTieKind.Town ? circle : other.Town.Name),
            ("school", tie.Kind == DemoTieKind.School ? circle : other.Educations[0].School), ("speciality", other.Speciality), ("interest", other.Interests[0]),
            ("friend", members[tie.Kind == DemoTieKind.Friend && tie.Circle.Length > 0 ? int.Parse(circle) : random.Below(members.Count)].Name),
            ("fair", random.Pick(["den Drahttagen in Altena", "der Messe in Düsseldorf", "dem Rohrforum in Linz", "der Hausmesse in Hemer"])),
            ("month", DemoTalks.Months[random.Below(12)]), ("language", random.Pick(["Italienisch", "Polnisch", "Französisch", "Türkisch"])),
        }) context.Values[name] = value;
        return phrases.Say(section, context);
    }
}
