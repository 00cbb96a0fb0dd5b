namespace Gilde.Web.Demo;

/// <summary>A person before the profile is written.</summary>
internal sealed record DemoDraft(
    int Number, DemoName Name, LocalDate Birthday, DemoTown Town, DemoFirm Firm, string Function, int Level, DemoSpeciality Speciality,
    List<DemoEducation> Educations, List<DemoPosition> Positions, bool English, Instant JoinedAt, string Title);

/// <summary>Writes what a person shows of themselves: skills, offers, texts, card.</summary>
internal sealed class DemoProfiles(DemoTrade trade, DemoPhrases profile)
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["Türkisch"] = "tr", ["Polnisch"] = "pl", ["Italienisch"] = "it", ["Kroatisch"] = "hr", ["Serbisch"] = "sr", ["Russisch"] = "ru", ["Griechisch"] = "el",
        ["Spanisch"] = "es", ["Arabisch"] = "ar", ["Niederländisch"] = "nl", ["Hindi"] = "hi", ["Rumänisch"] = "ro", ["Ungarisch"] = "hu", ["Portugiesisch"] = "pt", ["Französisch"] = "fr",
    };

    /// <summary>Numbers that the regulator keeps free for films, so that no invented person rings a real one.</summary>
    private static readonly string[] Landlines = ["+49 30 23125", "+49 69 90009", "+49 40 66969", "+49 221 4710", "+49 89 99998"];

    private readonly List<string> interests = DemoWords.List("interests");
    private readonly List<(string Title, string Issuer, string[] Functions, int Level)> credentials =
        DemoWords.Table("credentials").Select(c => (c[0], c[1], DemoWords.Words(c[2]), int.Parse(c[3]))).ToList();
    private readonly HashSet<string> addresses = new(StringComparer.Ordinal);

    public DemoMember Complete(DemoRandom random, DemoDraft draft, DemoHandles handles)
    {
        var skills = Skills(random, draft);
        var likes = random.Some(interests, random.Between(1, 4));
        var context = Context(random, draft, skills, likes);
        var showsYear = random.Chance(0.45);
        var handle = handles.Take(draft.Name.Given, draft.Name.Family, draft.Town.Name);
        return new DemoMember
        {
            Number = draft.Number, Gender = draft.Name.Gender, Title = draft.Title, Given = draft.Name.Given, Family = draft.Name.Family, Handle = handle,
            Birthday = draft.Birthday, ShowsBirthYear = showsYear, Language = draft.English ? "en" : "de",
            Town = draft.Town, Firm = draft.Firm, Function = draft.Function, Speciality = draft.Speciality.Name, JoinedAt = draft.JoinedAt,
            Positions = draft.Positions, Educations = draft.Educations, Skills = skills, Interests = likes,
            Offers = Lines(random, "offer", draft, context, random.Below(4)), Seeks = Lines(random, "seek", draft, context, random.Below(3)),
            Languages = Languages(random, draft), Credentials = Credentials(random, draft), Card = Card(random, draft, showsYear),
            Website = draft.Firm.Employees == 1 || random.Chance(0.25) ? $"https://www.{draft.Firm.Domain}/" : null,
            Headline = Swiss(draft, Headline(random, draft, context)), About = random.Chance(0.8) ? Swiss(draft, About(random, draft, context)) : "",
        };
    }

    private List<string> Skills(DemoRandom random, DemoDraft draft)
    {
        var many = Math.Min(2 + draft.Level + random.Below(5), 9);
        var own = random.Some(draft.Speciality.Skills, Math.Max(3, many * 2 / 3));
        own.AddRange(random.Some(trade.SkillsOfFunction[draft.Function], Math.Max(1, many / 3)));
        if (random.Chance(0.3)) own.Add(random.Pick(random.Pick(trade.Specialities).Skills));
        return own.Distinct().ToList();
    }

    private DemoTalkContext Context(DemoRandom random, DemoDraft draft, List<string> skills, List<string> likes)
    {
        var context = new DemoTalkContext(random);
        var now = draft.Positions[0];
        var first = draft.Positions[^1];
        var since = draft.Positions.Where(p => p.Firm == draft.Firm).Min(p => p.From.Year);
        foreach (var (name, value) in new (string, string)[]
        {
            ("title", now.Title), ("firm", draft.Firm.Name), ("firmtown", draft.Firm.Town.Name), ("town", draft.Town.Name),
            ("kind", profile.Lines($"kindname.{draft.Firm.Kind}")[0]), ("founded", draft.Firm.Founded.ToString()), ("employees", Thousands(draft.Firm.Employees)),
            ("since", since.ToString()), ("years", Math.Max(2, now.From.Year - first.From.Year + 2).ToString()), ("started", first.From.Year.ToString()), ("firstfirm", first.Firm.Name),
            ("education", draft.Educations[^1].Degree == "Ausbildung" ? $"eine Ausbildung in {draft.Educations[^1].Field}" : $"ein Studium in {draft.Educations[0].Field}"),
            ("skill1", skills[0]), ("skill2", skills[1]), ("skill3", skills[2]), ("interest1", likes[0]), ("interest2", likes.Count > 1 ? likes[1] : "gute Gespräche"),
            ("oldyear", random.Between(1964, 1996).ToString()), ("Ansprechpartner", draft.Name.Gender == DemoGender.He ? "Ansprechpartner" : "Ansprechpartnerin"),
            ("product", profile.Say(profile.Has($"product.{draft.Firm.Kind}") ? $"product.{draft.Firm.Kind}" : "product.any", context)),
        }) context.Values[name] = value;
        return context;
    }

    private string Headline(DemoRandom random, DemoDraft draft, DemoTalkContext context)
    {
        if (draft.English) return profile.Say("headline.en", context);
        var own = $"headline.{draft.Function}";
        return profile.Say(draft.Level > 0 && profile.Has(own) && random.Chance(0.4) ? own : "headline", context);
    }

    private string About(DemoRandom random, DemoDraft draft, DemoTalkContext context)
    {
        if (draft.English) return profile.Say("about.en", context);
        var own = $"about.work.{draft.Function}";
        if (draft.Level > 0 && profile.Has(own) && random.Chance(0.7)) context.Values["about.work"] = profile.Say(own, context);
        // Ways lead somewhere else: who never left has none to tell of.
        if (draft.Positions[^1].Firm == draft.Firm) context.Values["about.way"] = profile.Say("about.start", context);
        if (int.Parse(context.Values["years"]) >= 15 && random.Chance(0.4)) context.Values["about.detail"] = profile.Say("about.detail.senior", context);
        return profile.Say("about", context);
    }

    private List<string> Lines(DemoRandom random, string section, DemoDraft draft, DemoTalkContext context, int count)
    {
        var own = $"{section}.{draft.Function}";
        var pool = profile.Lines(section).Concat(profile.Has(own) ? profile.Lines(own) : []).ToList();
        return random.Some(pool, count).Select(l => Swiss(draft, profile.Fill(l, context))).Distinct().ToList();
    }

    private static List<DemoLanguage> Languages(DemoRandom random, DemoDraft draft)
    {
        var list = new List<DemoLanguage>();
        if (draft.Name.SecondLanguage is { } second) list.Add(new DemoLanguage(Codes[second], 3));
        list.Add(new DemoLanguage("de", draft.English ? 1 : draft.Name.SecondLanguage is null || random.Chance(0.7) ? 3 : 2));
        if (draft.English || draft.Level >= 2 || random.Chance(0.6)) list.Add(new DemoLanguage("en", draft.English ? 2 : Math.Min(2, random.Below(2) + draft.Level / 3)));
        if (draft.Firm.Town.Country == "CH" && list.TrueForAll(l => l.Code != "fr") && random.Chance(0.6)) list.Add(new DemoLanguage("fr", random.Below(3)));
        return list;
    }

    private List<DemoCredential> Credentials(DemoRandom random, DemoDraft draft)
    {
        var fitting = credentials.Where(c => c.Level <= draft.Level).Where(c => c.Functions[0] == "*" || c.Functions.Contains(draft.Function)).ToList();
        return random.Some(fitting, random.Chance(0.45) ? random.Between(1, 2) : 0)
            .Select(c => new DemoCredential(c.Title, c.Issuer, random.Between(draft.Positions[^1].From.Year, draft.Positions[0].From.Year + 1)))
            .ToList();
    }

    private List<DemoCardField> Card(DemoRandom random, DemoDraft draft, bool showsYear)
    {
        var local = $"{DemoHandles.Ascii(draft.Name.Given)}.{DemoHandles.Ascii(draft.Name.Family)}";
        var address = $"{local}@{draft.Firm.Domain}";
        for (var i = 2; !addresses.Add(address); i++) address = $"{local}{i}@{draft.Firm.Domain}";
        var card = new List<DemoCardField> { new("mail", address, true) };
        if (random.Chance(0.6)) card.Add(new DemoCardField("birthday", showsYear ? $"{draft.Birthday:yyyy-MM-dd}" : $"--{draft.Birthday:MM-dd}", random.Chance(0.3)));
        if (draft.Town.Country != "DE") return card;
        if (random.Chance(0.7)) card.Add(new DemoCardField("mobile", $"+49 176 040690{random.Below(100):00}", random.Chance(0.6)));
        if (random.Chance(0.5)) card.Add(new DemoCardField("phone", $"{random.Pick(Landlines)} {random.Below(1000):000}", true));
        return card;
    }

    private static string Thousands(int number) => number < 1000 ? number.ToString() : $"{number / 1000}.{number % 1000:000}";

    /// <summary>The Swiss write no ß.</summary>
    private static string Swiss(DemoDraft draft, string text) => draft.Firm.Town.Country == "CH" ? text.Replace("ß", "ss") : text;
}
