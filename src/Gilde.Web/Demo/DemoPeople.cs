namespace Gilde.Web.Demo;

/// <summary>Makes the members: each firm's seats filled with people who fit it.</summary>
internal sealed class DemoPeople(ulong seed, DemoTrade trade, LocalDate today)
{
    /// <summary>Chances of levels 0…4 in percent for each decade of age from 16.</summary>
    private static readonly int[][] Levels = [[62, 30, 8, 0, 0], [4, 42, 40, 12, 2], [0, 30, 36, 22, 12], [0, 28, 32, 22, 18], [0, 26, 32, 20, 22]];

    private readonly DemoPhrases profile = new(DemoWords.Sections("profile"));
    private readonly DemoNames names = new();
    private readonly DemoHandles handles = new();
    private DemoCareers Careers => field ??= new DemoCareers(trade, profile);
    private DemoProfiles Profiles => field ??= new DemoProfiles(trade, profile);

    public List<DemoMember> Make()
    {
        var members = new List<DemoMember>();
        foreach (var firm in trade.Firms)
            for (var seat = 0; seat < firm.Seats; seat++) members.Add(Person(members.Count, firm, head: seat == 0));
        return members;
    }

    private DemoMember Person(int number, DemoFirm firm, bool head)
    {
        var random = DemoRandom.For(seed, "person", number);
        var functions = trade.Functions.Where(f => f.Kinds.Contains(firm.Kind)).ToList();
        var job = head && functions.Find(f => f.Name == "management") is { } management ? management : random.Pick(functions, f => f.Weight);
        var age = head ? random.Between(38, 66) : Age(random);
        var born = today.PlusYears(-age).PlusDays(-random.Below(365));
        var level = head ? 5 : Level(random, age, job.Name);
        var gender = random.Chance(job.Women / 100.0) ? DemoGender.She : DemoGender.He;
        var name = names.Make(random, firm.Town.Country, gender, born.Year);
        var speciality = random.Pick(trade.Specialities.Where(s => s.Fits(firm.Kind, job.Name)).ToList(), s => s.Kinds[0] == "*" ? 2 : 5);
        // Whoever is still learning began in one of the last two summers.
        var ends = level == 0 ? today.Year - random.Between(1, 2) : Math.Min(born.Year + (level >= 4 ? random.Between(24, 27) : level >= 2 ? random.Between(20, 26) : random.Between(19, 21)), today.Year - 1);
        var educations = Careers.Educations(random, job.Name, level, firm.Town, ends, speciality);
        var positions = Careers.Positions(random, firm, job.Name, level, gender, new YearMonth(ends, random.Between(7, 10)), new YearMonth(today.Year, today.Month));
        var town = Home(random, firm.Town);
        var english = name.Origin is "in" && random.Chance(0.8) || name.Origin is "nl" or "es" or "ro" && random.Chance(0.15);
        return Profiles.Complete(random, new DemoDraft(number, name, born, town, firm, job.Name, level, speciality, educations, positions, english, Joined(random), Academic(random, level, educations)), handles);
    }

    private static int Age(DemoRandom random) => random.Below(100) switch
    {
        < 7 => random.Between(17, 21),
        < 24 => random.Between(22, 30),
        < 50 => random.Between(31, 41),
        < 78 => random.Between(42, 53),
        _ => random.Between(54, 66),
    };

    private static int Level(DemoRandom random, int age, string function)
    {
        var chances = Levels[Math.Clamp((age - 14) / 10, 0, Levels.Length - 1)];
        var level = random.Pick(Enumerable.Range(0, 5).ToList(), l => chances[l]);
        return function switch { "management" => Math.Max(level, 4), "works" or "consulting" or "association" => Math.Max(level, 2), _ => level };
    }

    private DemoTown Home(DemoRandom random, DemoTown work)
    {
        if (random.Chance(0.58)) return work;
        var near = trade.Towns.Where(t => t.Country == work.Country && t.DistanceSquared(work) < 45 * 45).ToList();
        return random.Pick(near);
    }

    private static string Academic(DemoRandom random, int level, List<DemoEducation> educations) =>
        level >= 3 && educations[0].Degree is not ("Ausbildung" or "Industriemeister") && educations[0].To - educations[0].From == 5 && random.Chance(0.16)
            ? random.Chance(0.6) ? "Dr.-Ing." : "Dr."
            : "";

    /// <summary>A strong start three years ago, steady growth since, a few last week.</summary>
    private Instant Joined(DemoRandom random)
    {
        var part = random.Chance(0.3) ? random.Part() * 0.15 : random.Part();
        var day = today.PlusDays(-3 - (int)((1 - part) * 1085));
        return day.At(new LocalTime(random.Between(6, 21), random.Below(60), random.Below(60))).InZoneLeniently(DemoCalendar.Zone).ToInstant();
    }
}
