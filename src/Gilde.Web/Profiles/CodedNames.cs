using System.Collections.Frozen;
using System.Globalization;
using Gilde.Web.Web;

namespace Gilde.Web.Profiles;

/// <summary>Names of countries (ISO 3166-1 alpha-2) and languages (ISO 639-1) in the viewer's language, as the system's ICU knows them.</summary>
public sealed class CodedNames
{
    private static readonly CodedNames English = new(CultureInfo.GetCultureInfo("en-GB")), German = new(CultureInfo.GetCultureInfo("de-DE"));

    private CodedNames(CultureInfo culture)
    {
        // DisplayName speaks the thread's language; nothing else runs on it meanwhile.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            var all = CultureInfo.GetCultures(CultureTypes.SpecificCultures | CultureTypes.NeutralCultures);
            Countries = Sort(culture, all.Where(c => !c.IsNeutralCulture).Select(RegionOf).OfType<RegionInfo>().Select(r => (r.TwoLetterISORegionName, r.DisplayName)));
            Languages = Sort(culture, all.Where(c => c.IsNeutralCulture && c.Name.Length == 2).Select(c => (c.TwoLetterISOLanguageName, c.DisplayName)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
        countryNames = Countries.ToFrozenDictionary(c => c.Code, c => c.Name);
        languageNames = Languages.ToFrozenDictionary(c => c.Code, c => c.Name);
    }

    private readonly FrozenDictionary<string, string> countryNames, languageNames;

    /// <summary>By name.</summary>
    public IReadOnlyList<(string Code, string Name)> Countries { get; }
    public IReadOnlyList<(string Code, string Name)> Languages { get; }

    public static CodedNames In(Web.Language language) => language == Web.Language.German ? German : English;

    /// <summary>The name, or the code itself where there is none for it.</summary>
    public string Country(string code) => countryNames.GetValueOrDefault(code, code);
    public string Language(string code) => languageNames.GetValueOrDefault(code, code);

    public static bool IsCountry(string code) => English.countryNames.ContainsKey(code);
    public static bool IsLanguage(string code) => English.languageNames.ContainsKey(code);

    private static RegionInfo? RegionOf(CultureInfo culture)
    {
        try
        {
            var region = new RegionInfo(culture.Name);
            // Groups of countries such as "001" have digits.
            return region.TwoLetterISORegionName is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? region : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static List<(string Code, string Name)> Sort(CultureInfo culture, IEnumerable<(string Code, string Name)> names) =>
        [.. names.DistinctBy(n => n.Code).OrderBy(n => n.Name, StringComparer.Create(culture, CompareOptions.IgnoreCase))];
}
