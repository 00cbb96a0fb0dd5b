using System.Text.RegularExpressions;

namespace Gilde.Web.Tests;

/// <summary>The house plan (docs/architecture.md), checked on the sources.</summary>
public partial class Architecture
{
    private static readonly string Root = Checkout.Root;
    private static readonly string[] Rooms = ["Core", "Common", "Shared", "Utils"];

    [Fact]
    public void Features_use_no_pages_or_endpoints_of_other_features()
    {
        var doors = AllFiles().Where(f => f.EndsWith("Page.razor", StringComparison.Ordinal) || f.EndsWith("Endpoints.cs", StringComparison.Ordinal))
            .ToLookup(f => Path.GetFileNameWithoutExtension(f), FeatureOf);
        var offences = from file in AllFiles()
                       let feature = FeatureOf(file)
                       where feature is not ("" or "Web")
                       from name in Word().Matches(File.ReadAllText(file)).Select(m => m.Value).Distinct()
                       where doors.Contains(name) && !doors[name].Contains(feature) && !doors[name].Contains("Web")
                       select $"{Path.GetRelativePath(Root, file)} uses {name}";
        Assert.Empty(offences);
    }

    [Fact]
    public void The_graph_depends_on_nothing()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src/Gilde.Graph/Gilde.Graph.csproj"));
        Assert.DoesNotContain("PackageReference", project);
        Assert.DoesNotContain("ProjectReference", project);
        Assert.All(Directory.EnumerateFiles(Path.Combine(Root, "src/Gilde.Graph"), "*.cs", SearchOption.AllDirectories).Where(IsSource),
            file => Assert.DoesNotContain("Gilde.Web", File.ReadAllText(file)));
    }

    [Fact]
    public void Files_are_small_and_named_after_what_they_hold()
    {
        var lengths = Sources().Select(f => (File: f, Lines: File.ReadLines(f).Count())).OrderBy(f => f.Lines).ToList();
        Assert.All(lengths, f => Assert.True(f.Lines <= 400, $"{f.File} has {f.Lines} lines"));
        Assert.All(Sources(), f => Assert.DoesNotMatch(@"(Service|Manager|Helper|Utils?)\.cs$", f));
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.Combine(Root, "src/Gilde.Web"), "*", SearchOption.AllDirectories), d => Rooms.Contains(Path.GetFileName(d)));
        TestContext.Current.TestOutputHelper?.WriteLine($"C# files: {lengths.Count}, median {lengths[lengths.Count / 2].Lines}, p90 {lengths[lengths.Count * 9 / 10].Lines} lines");
        Assert.True(File.ReadLines(Path.Combine(Root, "src/Gilde.Web/Program.cs")).Count() <= 80);
    }

    [Fact]
    public void Classes_ask_for_at_most_five_dependencies()
    {
        var greedy = typeof(Server).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Gilde.Web", StringComparison.Ordinal) == true && !t.IsAbstract)
            .SelectMany(t => t.GetConstructors().Select(c => (Type: t, Services: c.GetParameters().Count(p => IsDependency(p.ParameterType)))))
            .Where(c => c.Services > 5).Select(c => $"{c.Type.FullName}: {c.Services}");
        Assert.Empty(greedy);
    }

    private static bool IsDependency(Type type) =>
        type.IsInterface && type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) != true
        || type.Namespace?.StartsWith("Gilde.Web", StringComparison.Ordinal) == true && type is { IsClass: true } && !typeof(Delegate).IsAssignableFrom(type) && type.GetMethod("<Clone>$") is null && type.GetProperties().All(p => p.SetMethod is null);

    private static string FeatureOf(string file)
    {
        var parts = Path.GetRelativePath(Path.Combine(Root, "src/Gilde.Web"), file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }

    private static IEnumerable<string> AllFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src/Gilde.Web"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)).Where(IsSource);

    private static IEnumerable<string> Sources() => AllFiles().Where(f => f.EndsWith(".cs", StringComparison.Ordinal));

    private static bool IsSource(string file) => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[A-Z]\w+(?:Page|Endpoints)\b")]
    private static partial Regex Word();
}
