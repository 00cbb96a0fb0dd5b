using System.Globalization;

namespace Gilde.Web.Demo;

internal sealed record DemoRole(string Function, int Level, string He, string She, string[] Kinds, int Weight)
{
    public bool Fits(string kind) => Kinds[0] == "*" || Kinds.Contains(kind);
}

internal sealed record DemoFunction(string Name, int Weight, string[] Kinds, int Women);

internal sealed record DemoSpeciality(string Name, string[] Kinds, string[] Functions, string[] Skills)
{
    public bool Fits(string kind, string function) => (Kinds[0] == "*" || Kinds.Contains(kind)) && (Functions[0] == "*" || Functions.Contains(function));
}

internal sealed record DemoSchool(string Name, DemoTown Town, string Kind, int Weight);

internal sealed record DemoStudy(string Function, string SchoolKind, string Degree, string Field);

/// <summary>The trade as the word lists describe it: towns, firms, roles, schools, specialities.</summary>
internal sealed class DemoTrade
{
    /// <summary>How many members a firm of size class 1…7 has, in tenths.</summary>
    private static readonly int[] SeatsOfClass = [0, 10, 22, 50, 100, 180, 360, 700];
    private static readonly int[] EmployeesOfClass = [0, 1, 9, 40, 130, 380, 900, 2400];

    public DemoTrade(ulong seed, int people)
    {
        Towns = DemoWords.Table("towns").Select(t => new DemoTown(t[0], t[1], t[2], Number(t[3]), Number(t[4]))).ToList();
        TownByName = Towns.ToDictionary(t => t.Name, StringComparer.Ordinal);
        Roles = DemoWords.Table("roles").Select(r => new DemoRole(r[0], int.Parse(r[1]), r[2], r[3], DemoWords.Words(r[4]), int.Parse(r[5]))).ToList();
        Functions = DemoWords.Table("functions").Select(f => new DemoFunction(f[0], int.Parse(f[1]), DemoWords.Words(f[2]), int.Parse(f[3]))).ToList();
        Specialities = DemoWords.Table("specialities").Select(s => new DemoSpeciality(s[0], DemoWords.Words(s[1]), DemoWords.Words(s[2]), DemoWords.Words(s[3]))).ToList();
        Schools = DemoWords.Table("schools").Select(s => new DemoSchool(s[0], TownByName[s[1]], s[2], int.Parse(s[3]))).ToList();
        Studies = DemoWords.Table("studies").Select(s => new DemoStudy(s[0], s[1], s[2], s[3])).ToList();
        SkillsOfFunction = DemoWords.Table("functionskills").ToDictionary(s => s[0], s => DemoWords.Words(s[1]), StringComparer.Ordinal);
        Firms = MakeFirms(seed, people);
    }

    public IReadOnlyList<DemoTown> Towns { get; }
    public IReadOnlyDictionary<string, DemoTown> TownByName { get; }
    public IReadOnlyList<DemoRole> Roles { get; }
    public IReadOnlyList<DemoFunction> Functions { get; }
    public IReadOnlyList<DemoSpeciality> Specialities { get; }
    public IReadOnlyList<DemoSchool> Schools { get; }
    public IReadOnlyList<DemoStudy> Studies { get; }
    public IReadOnlyDictionary<string, string[]> SkillsOfFunction { get; }
    public IReadOnlyList<DemoFirm> Firms { get; }

    private List<DemoFirm> MakeFirms(ulong seed, int people)
    {
        var rows = DemoWords.Table("firms");
        var shares = rows.Select((r, i) => SeatsOfClass[int.Parse(r[3])] * DemoRandom.For(seed, "seats", i).Between(70, 130)).ToList();
        long total = shares.Sum(), before = 0;
        var firms = new List<DemoFirm>();
        for (var i = 0; i < rows.Count; i++)
        {
            // Cumulative rounding: the seats of all firms are exactly the people.
            var seats = (int)((before + shares[i]) * people / total - before * people / total);
            before += shares[i];
            var size = int.Parse(rows[i][3]);
            var employees = Math.Max(EmployeesOfClass[size] * DemoRandom.For(seed, "employees", i).Between(70, 150) / 100, seats);
            firms.Add(new DemoFirm(i, rows[i][0], rows[i][1], TownByName[rows[i][2]], int.Parse(rows[i][4]), size == 1 ? seats : employees, seats, Domain(rows[i][0])));
        }
        return firms;
    }

    /// <summary>The ending “.example” is reserved: no mail can ever reach anybody.</summary>
    private static string Domain(string firm) => string.Join('-', DemoHandles.Ascii(firm).Split('-').Take(2)) + ".example";

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
