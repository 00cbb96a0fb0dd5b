using System.Collections.Frozen;
using System.Globalization;

namespace Gilde.Web.Profiles;

/// <summary>
/// Names of countries (ISO 3166-1 alpha-2) and languages (ISO 639-1) in the viewer's language. They come from Unicode's CLDR by CodedNames.tsv:
/// .NET itself names countries in the language of the process only.
/// </summary>
public sealed class CodedNames
{
    private static readonly string[][] Rows = Load();
    private static readonly CodedNames English = new(2, CultureInfo.GetCultureInfo("en-GB")), German = new(3, CultureInfo.GetCultureInfo("de-DE"));
    private readonly FrozenDictionary<string, string> countryNames, languageNames;

    private CodedNames(int column, CultureInfo culture)
    {
        Countries = Sort("country", column, culture);
        Languages = Sort("language", column, culture);
        countryNames = Countries.ToFrozenDictionary(c => c.Code, c => c.Name);
        languageNames = Languages.ToFrozenDictionary(c => c.Code, c => c.Name);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Code, string Name)> Countries { get; }
    public IReadOnlyList<(string Code, string Name)> Languages { get; }

    public static CodedNames In(Web.Language language) => language == Web.Language.German ? German : English;

    /// <summary>The name, or the code itself where there is none for it.</summary>
    public string Country(string code) => countryNames.GetValueOrDefault(code, code);
    public string Language(string code) => languageNames.GetValueOrDefault(code, code);

    public static bool IsCountry(string code) => English.countryNames.ContainsKey(code);

    private static List<(string Code, string Name)> Sort(string kind, int column, CultureInfo culture) =>
        [.. Rows.Where(r => r[0] == kind).Select(r => (r[1], r[column])).OrderBy(r => r.Item2, StringComparer.Create(culture, CompareOptions.IgnoreCase))];

    private static string[][] Load()
    {
        using var reader = new StreamReader(typeof(CodedNames).Assembly.GetManifestResourceStream("Gilde.Web.Profiles.CodedNames.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }
}
