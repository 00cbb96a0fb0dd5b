namespace Gilde.Web.Demo;

/// <summary>Learns, starts, climbs and changes firms, backwards from the seat that a person has today.</summary>
internal sealed class DemoCareers(DemoTrade trade, DemoPhrases profile)
{
    private const int NearKm = 60;

    /// <summary>Newest first.</summary>
    public List<DemoPosition> Positions(DemoRandom random, DemoFirm firm, string function, int level, DemoGender gender, YearMonth start, YearMonth today)
    {
        var months = Months(start, today);
        var count = level == 0 ? 1 : Math.Clamp(1 + (months / 12 > 3 ? 1 : 0) + random.Below(1 + months / 12 / 7), 1, 5);
        var changes = Changes(random, months, count);
        var before = Before(random, function, firm.Kind);
        // Nobody has worked for a firm longer than there is one.
        var opening = Months(start, new YearMonth(firm.Founded, 1)) + 1;
        if (opening > changes[^1])
        {
            if (changes.Count > 1) changes.RemoveAt(changes.Count - 1);
            changes.Add(opening);
        }
        var positions = new List<DemoPosition>();
        var employer = firm;
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var from = start.PlusMonths(changes[i]);
            var work = i == changes.Count - 1 ? function : before;
            if (i < changes.Count - 1 && !random.Chance(0.3) || employer.Founded > from.Year) employer = Earlier(random, employer, from.Year, work);
            var step = i == changes.Count - 1 ? level : Math.Max(1, positions[^1].Level - (random.Chance(positions[^1].Level > 3 ? 0.95 : 0.65) ? 1 : 0));
            var role = Role(random, work, step, employer.Kind);
            var until = positions.Count == 0 ? (YearMonth?)null : positions[^1].From.PlusMonths(-1);
            positions.Add(new DemoPosition(gender == DemoGender.He ? role.He : role.She, employer, from, until, step, About(random, step == 5 ? "head" : work, employer)));
        }
        return positions;
    }

    public List<DemoEducation> Educations(DemoRandom random, string function, int level, DemoTown near, int ends, DemoSpeciality speciality)
    {
        var kind = level switch { >= 4 => random.Chance(0.8) ? "university" : "applied", 3 => random.Chance(0.5) ? "applied" : "master", 2 => random.Chance(0.45) ? "applied" : "trade", _ => "trade" };
        var study = Study(random, function, kind);
        var list = new List<DemoEducation> { Attend(random, study, near, level == 0 ? ends + Years(study) : ends) };
        var apprenticeship = study.SchoolKind == "master" || study.SchoolKind == "applied" && random.Chance(0.5);
        if (apprenticeship && trade.Studies.Any(s => s.Function == function && s.SchoolKind == "trade"))
            list.Add(Attend(random, Study(random, function, "trade"), near, list[0].From - random.Below(2)));
        return list;
    }

    private DemoStudy Study(DemoRandom random, string function, string kind)
    {
        var own = trade.Studies.Where(s => s.Function == function).ToList();
        var fitting = own.Where(s => s.SchoolKind == kind).ToList();
        return random.Pick(fitting.Count > 0 ? fitting : own);
    }

    private DemoEducation Attend(DemoRandom random, DemoStudy study, DemoTown near, int ends)
    {
        var schools = trade.Schools.Where(s => s.Kind == study.SchoolKind).ToList();
        var school = random.Pick(schools, s => s.Weight * (s.Town.DistanceSquared(near) < 90 * 90 ? 400 : s.Town.Country == near.Country ? 30 : 2));
        return new DemoEducation(school.Name, Degree(study.Degree, study.SchoolKind, ends), study.Field, ends - Years(study), ends);
    }

    private static int Years(DemoStudy study) => study.SchoolKind switch { "trade" => 3, "master" => 2, "applied" => 4, _ => 5 };

    /// <summary>Before Bologna there were diplomas.</summary>
    private static string Degree(string degree, string kind, int year) => year >= 2007 || !(degree.StartsWith("Bachelor") || degree.StartsWith("Master"))
        ? degree
        : kind == "applied" ? "Diplom (FH)" : "Diplom";

    public DemoRole Role(DemoRandom random, string function, int level, string kind)
    {
        for (var distance = 0; distance <= 5; distance++)
        {
            var roles = trade.Roles.Where(r => r.Function == function && Math.Abs(r.Level - level) == distance && r.Fits(kind)).ToList();
            if (roles.Count > 0) return random.Pick(roles, r => r.Weight);
        }
        return random.Pick(trade.Roles.Where(r => r.Function == "production" && r.Fits(kind)).ToList(), r => r.Weight);
    }

    /// <summary>Nobody starts as an owner or a lobbyist: what people did before, mostly the same as now.</summary>
    private static string Before(DemoRandom random, string function, string kind) => function switch
    {
        "management" or "consulting" or "association" => random.Pick(["engineering", "sales", "production", "quality", "purchasing"]),
        "works" or "safety" => random.Pick(["production", "maintenance"]),
        "media" => "marketing",
        "research" => random.Chance(0.6) ? "research" : "engineering",
        _ => random.Chance(0.1) && kind is not ("software" or "logistics" or "dealer") ? "production" : function,
    };

    private DemoFirm Earlier(DemoRandom random, DemoFirm current, int year, string function)
    {
        var kinds = trade.Functions.Where(f => f.Name == function).SelectMany(f => f.Kinds).ToHashSet();
        var open = trade.Firms.Where(f => f.Founded < year && f != current && f.Kind != "freelance" && kinds.Contains(f.Kind)).ToList();
        var way = random.Below(100);
        var near = open.Where(f => f.Town.DistanceSquared(current.Town) < NearKm * NearKm).ToList();
        var same = open.Where(f => f.Kind == current.Kind).ToList();
        var choice = way < 45 && near.Count > 0 ? near : way < 80 && same.Count > 0 ? same : open;
        return random.Pick(choice, f => 1 + f.Seats);
    }

    private string About(DemoRandom random, string function, DemoFirm firm)
    {
        var section = $"position.{function}";
        if (!profile.Has(section) || !random.Chance(0.4)) return "";
        var context = new DemoTalkContext(random);
        context.Values["employees"] = firm.Employees.ToString();
        return profile.Say(section, context);
    }

    /// <summary>When each position began, in months since the start, at least a year and a half apart where there is room.</summary>
    private static List<int> Changes(DemoRandom random, int months, int count)
    {
        var changes = new List<int> { 0 };
        for (var i = 1; i < count; i++)
        {
            var at = random.Between(18, Math.Max(18, months - 3));
            if (at < months && changes.TrueForAll(c => Math.Abs(c - at) >= 18)) changes.Add(at);
        }
        changes.Sort();
        return changes;
    }

    private static int Months(YearMonth from, YearMonth to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
