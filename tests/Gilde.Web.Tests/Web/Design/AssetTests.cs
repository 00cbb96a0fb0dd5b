using Gilde.Web.Web.Design;

namespace Gilde.Web.Tests.Web.Design;

public class AssetTests(Servers servers)
{
    [Fact]
    public async Task Script_and_stylesheet_come_compressed_are_kept_for_a_year_and_weigh_under_60_kilobytes()
    {
        var client = (await servers.On(DatabaseKind.Sqlite)).Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        long weight = 0;
        foreach (var address in new[] { Bundle.Current.Script, Bundle.Current.Style })
        {
            using var response = await client.GetAsync(address);
            Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
            Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl!.MaxAge);
            weight += (await response.Content.ReadAsByteArrayAsync()).Length;
        }
        Assert.InRange(weight, 1, 60 * 1024);
    }

    [Fact]
    public async Task The_operators_colour_is_the_brand()
    {
        var client = (await servers.On(DatabaseKind.Sqlite)).Client();
        Assert.Equal(":root{--brand:#1f6f5c}", await client.GetStringAsync("/theme.css"));
        Assert.Contains("\"theme_color\":\"#1f6f5c\"", await client.GetStringAsync("/site.webmanifest"));
    }

    [Theory]
    [InlineData("Martina Sauer", "MS")]
    [InlineData("Dr.-Ing. Maximiliane-Charlotte von Schwarzenberg", "MS")]
    [InlineData("Anna", "A")]
    [InlineData("  Élodie  de la Tour ", "ÉT")]
    [InlineData("ليلى حداد", "لح")]
    [InlineData("😀", "😀")]
    [InlineData("", "?")]
    public void Initials_are_those_a_person_would_use(string name, string initials) => Assert.Equal(initials, Initials.Of(name));
}
