namespace Gilde.Web.Demo;

internal sealed record DemoName(string Given, string Family, DemoGender Gender, string Origin, string? SecondLanguage);

/// <summary>Names as they are met in the trade: by country, origin and year of birth, given name and gender in step.</summary>
internal sealed class DemoNames
{
    private readonly Dictionary<string, List<string>> given = DemoWords.Lists("given");
    private readonly Dictionary<string, List<string>> family = DemoWords.Lists("family");
    private readonly List<(string Country, string Origin, int Weight, string Language)> origins =
        DemoWords.Table("origins").Select(o => (o[0], o[1], int.Parse(o[2]), o[3])).ToList();

    public DemoName Make(DemoRandom random, string country, DemoGender gender, int born)
    {
        var origin = random.Pick(origins.Where(o => o.Country == country).ToList(), o => o.Weight);
        // Born here to parents from elsewhere: now and then a German given name with the family name from home, and marriages do the reverse.
        var mixed = origin.Origin is not ("de" or "at" or "ch") && random.Chance(0.18);
        var home = country.ToLowerInvariant();
        var first = random.Pick(Given(mixed && random.Chance(0.6) ? home : origin.Origin, gender, born));
        var last = random.Pick(family[mixed && random.Chance(0.4) ? home : origin.Origin]);
        if (origin.Origin == "pl" && gender == DemoGender.She && random.Chance(0.4) && (last.EndsWith("ski") || last.EndsWith("cki"))) last = last[..^1] + "a";
        if (gender == DemoGender.She && random.Chance(0.06)) last = $"{last}-{random.Pick(family[home])}";
        return new DemoName(first, last, gender, origin.Origin, origin.Language.Length > 0 ? origin.Language : null);
    }

    private List<string> Given(string origin, DemoGender gender, int born)
    {
        var key = $"{origin}.{(gender == DemoGender.He ? "m" : "f")}";
        var era = born <= 1971 ? 1 : born <= 1987 ? 2 : 3;
        return given.TryGetValue($"{key}.{era}", out var names) ? names : given[key];
    }
}
