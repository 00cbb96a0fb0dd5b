using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Gilde.Web.Web;

/// <summary>
/// Every text that people read, by its English wording. German stands beside its feature in <c>*Texts.de.resx</c>;
/// a text that is missing there shows in English and fails a test.
/// </summary>
public sealed class Texts
{
    public static readonly Texts English = new(Language.English, CultureInfo.GetCultureInfo("en-GB"), FrozenDictionary<string, string>.Empty);
    public static readonly Texts German = new(Language.German, CultureInfo.GetCultureInfo("de-DE"), LoadGerman());

    private readonly FrozenDictionary<string, string> translations;

    private Texts(Language language, CultureInfo culture, FrozenDictionary<string, string> translations)
    {
        Language = language;
        Culture = culture;
        this.translations = translations;
    }

    public Language Language { get; }
    public CultureInfo Culture { get; }

    public static Texts In(Language language) => language == Language.German ? German : English;

    /// <summary>The text with this English wording in the viewer's language.</summary>
    public string this[string english] => translations.TryGetValue(english, out var text) ? text : english;

    /// <summary>The same with <c>{0}</c>, <c>{1}</c>… filled in, formatted in the viewer's culture.</summary>
    public string this[string english, params object?[] values] => string.Format(Culture, this[english], values);

    /// <summary>One of two wordings by number; <c>{0}</c> is the number: <c>T.Count(n, "{0} contact", "{0} contacts")</c>.</summary>
    public string Count(long number, string one, string many) => this[number == 1 ? one : many, number];

    public bool Has(string english) => translations.ContainsKey(english);

    private static FrozenDictionary<string, string> LoadGerman()
    {
        var satellite = typeof(Texts).Assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo("de"));
        var all = new Dictionary<string, string>();
        foreach (var name in satellite.GetManifestResourceNames())
        {
            using var reader = new ResourceReader(satellite.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in reader) all[(string)entry.Key] = (string)entry.Value!;
        }
        return all.ToFrozenDictionary();
    }
}
