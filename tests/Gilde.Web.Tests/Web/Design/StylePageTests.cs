using System.Text.RegularExpressions;

namespace Gilde.Web.Tests.Web.Design;

public class StylePageTests(Servers servers)
{
    [Theory]
    [InlineData("/dev/design", Language.German)]
    [InlineData("/dev/design", Language.English)]
    [InlineData("/dev/design/messages", Language.German)]
    [InlineData("/dev/design/sheet", Language.English)]
    [InlineData("/dev/design/cv", Language.German)]
    public async Task The_style_pages_show_every_component_without_inline_style_or_script(string path, Language language)
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await server.Client(language: language).Page(path);
        Assert.Equal(language.Code(), page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ids_are_unique_and_labels_lead_to_their_fields()
    {
        var server = await servers.On(DatabaseKind.Sqlite);
        var page = await server.Client().Page("/dev/design");
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for"), ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.Contains(id, ids));
    }

    [Fact]
    public async Task The_style_page_exists_in_development_only()
    {
        await using var server = await GildeServer.Start((await Databases.New(DatabaseKind.Sqlite)) with { Development = false });
        await server.Client().Page("/dev/design", HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sources = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src/Gilde.Web"));
        var sprite = File.ReadAllText(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot/assets"), "icons-*.svg").MaxBy(File.GetLastWriteTimeUtc)!);
        var named = Directory.EnumerateFiles(sources, "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """(?:<Icon Name|\b(?:Edit)?Icon)(?:="|: ")([a-z0-9-]+)" """.TrimEnd()).Select(m => (File: Path.GetFileName(file), Icon: m.Groups[1].Value)));
        Assert.All(named, use => Assert.True(sprite.Contains($"id=\"{use.Icon}\""), $"{use.File} names the icon {use.Icon}, which Assets/icons.txt does not list."));
    }
}
