using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gilde.Web.Tests.Web;

/// <summary>German and English are complete: every text in the sources has its German, with the same places to fill in.</summary>
public partial class TextTests
{
    private static readonly string Source = Path.Combine(Checkout.Root, "src/Gilde.Web");

    [Fact]
    public void Every_text_has_its_german()
    {
        var missing = Keys().Where(k => !Texts.German.Has(k.Key)).Select(k => $"{k.File}: {k.Key}").Distinct();
        Assert.Empty(missing);
    }

    [Fact]
    public void Both_languages_fill_in_the_same_places()
    {
        var uneven = Keys().Where(k => Texts.German.Has(k.Key)).Where(k => !Places(k.Key).SetEquals(Places(Texts.German[k.Key]))).Select(k => $"{k.Key} → {Texts.German[k.Key]}").Distinct();
        Assert.Empty(uneven);
    }

    [Fact]
    public void A_text_means_the_same_in_every_feature()
    {
        var entries = Directory.EnumerateFiles(Source, "*.de.resx", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/"))
            .SelectMany(f => XDocument.Load(f).Root!.Elements("data").Select(d => (Key: d.Attribute("name")!.Value, German: d.Element("value")!.Value, File: Path.GetFileName(f))));
        var conflicts = entries.GroupBy(e => e.Key).Where(g => g.Select(e => e.German).Distinct().Count() > 1).Select(g => $"{g.Key}: {string.Join(" | ", g.Select(e => $"{e.German} ({e.File})"))}");
        Assert.Empty(conflicts);
    }

    [Fact]
    public void German_numbers_and_dates_are_german()
    {
        Assert.Equal("1.234,5", 1234.5.ToString("N1", Texts.German.Culture));
        Assert.Equal(CultureInfo.GetCultureInfo("en-GB"), Texts.English.Culture);
    }

    private static IEnumerable<(string Key, string File)> Keys() =>
        from file in Directory.EnumerateFiles(Source, "*.*", SearchOption.AllDirectories)
        where (file.EndsWith(".razor") || file.EndsWith(".cs")) && !file.Contains("/obj/") && !file.Contains("/bin/") && !file.Contains("/node_modules/")
        let text = string.Join('\n', File.ReadLines(file).Where(l => !l.TrimStart().StartsWith("///", StringComparison.Ordinal)))
        from key in TextUse().Matches(text).Select(m => m.Groups[1].Value)
            .Concat(CountUse().Matches(text).SelectMany(m => new[] { m.Groups[1].Value, m.Groups[2].Value }))
        select (Regex.Unescape(key), Path.GetRelativePath(Source, file));

    private static HashSet<string> Places(string text) => PlaceUse().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();

    [GeneratedRegex("""\b[Tt]\["((?:[^"\\]|\\.)+)"[\],]""")]
    private static partial Regex TextUse();

    [GeneratedRegex("""\b[Tt]\.Count\([^"]+, *"((?:[^"\\]|\\.)+)", *"((?:[^"\\]|\\.)+)"\)""")]
    private static partial Regex CountUse();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex PlaceUse();
}
