using System.Reflection;

namespace Gilde.Web.Demo;

/// <summary>The word lists of the demo network, embedded from <c>Demo/Words</c>. Lines with <c>#</c> are remarks.</summary>
internal static class DemoWords
{
    private const string Folder = "Gilde.Web.Demo.Words.";

    /// <summary>Lines of fields split by <c>|</c>.</summary>
    public static List<string[]> Table(string file) => Lines(file).Where(l => l.Length > 0).Select(l => l.Split('|')).ToList();

    /// <summary>One line or several of words split by commas.</summary>
    public static List<string> List(string file) => Lines(file).SelectMany(Words).ToList();

    /// <summary>Words under <c>[heading]</c>s.</summary>
    public static Dictionary<string, List<string>> Lists(string file) =>
        Sections(file).ToDictionary(s => s.Key, s => s.Value.SelectMany(Words).ToList(), StringComparer.Ordinal);

    /// <summary>Whole lines under <c>[heading]</c>s.</summary>
    public static Dictionary<string, List<string>> Sections(params string[] files)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            List<string>? current = null;
            foreach (var line in Lines(file))
            {
                if (line.StartsWith('[') && line.EndsWith(']') && !line.Contains('|')) sections[line[1..^1]] = current = [];
                else if (line.Length > 0) (current ?? throw new InvalidDataException($"{file}: a line before the first heading")).Add(line);
            }
        }
        return sections;
    }

    public static string[] Words(string line) => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{file}.txt")
            ?? throw new InvalidOperationException($"The word list {file} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#')) yield return line.Trim();
    }
}
