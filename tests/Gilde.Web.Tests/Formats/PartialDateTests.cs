using System.Text.Json;
using Gilde.Web.Formats;
using Xunit;

namespace Gilde.Web.Tests.Formats;

public class PartialDateTests
{
    [Theory]
    [InlineData("2021", 2021, null, null)]
    [InlineData("2021-03", 2021, 3, null)]
    [InlineData("2021-03-12", 2021, 3, 12)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    [InlineData("--03-12", null, 3, 12)]
    [InlineData("--02-29", null, 2, 29)]
    [InlineData("0987", 987, null, null)]
    public void Reads_and_writes_its_iso_form(string text, int? year, int? month, int? day)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal((year, month, day), (date.Year, date.Month, date.Day));
        Assert.Equal(text, date.ToString());
        Assert.Equal(PartialDate.Of(year, month, day), date);
    }

    [Fact]
    public void Space_around_it_is_no_part_of_it() => Assert.Equal("2021-03", PartialDate.Parse(" 2021-03 ").ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("21")]
    [InlineData("0000")]
    [InlineData("2021-13")]
    [InlineData("2021-00")]
    [InlineData("2021-3")]
    [InlineData("2021-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2021-03-1")]
    [InlineData("2021/03/12")]
    [InlineData("--13-01")]
    [InlineData("--02-30")]
    [InlineData("--03-1x")]
    [InlineData("-+2-10")]
    [InlineData("+021")]
    [InlineData("2021-03-12T00:00")]
    public void Refuses_what_is_no_date(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out var date));
        Assert.Null(date);
    }

    [Fact]
    public void Is_never_made_from_parts_that_do_not_fit()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Of(2021, null, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Of(null, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Of(null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.Of(10_000));
        Assert.Throws<FormatException>(() => PartialDate.Parse("yesterday"));
    }

    [Fact]
    public void Orders_by_what_is_known()
    {
        string[] ordered = ["--01-31", "--12-01", "2020-12-31", "2021", "2021-01", "2021-01-01", "2021-02", "2022"];

        var shuffled = ordered.Reverse().Select(t => PartialDate.Parse(t)).Order();

        Assert.Equal(ordered, shuffled.Select(d => d.ToString()));
        Assert.True(PartialDate.Of(2020) < PartialDate.Of(2021));
        Assert.True(PartialDate.Of(2021) >= PartialDate.Of(2021));
    }

    [Fact]
    public void Comes_from_a_full_date() =>
        Assert.Equal("1971-08-02", PartialDate.Of(new LocalDate(1971, 8, 2)).ToString());

    [Fact]
    public void Is_its_text_in_json()
    {
        var json = JsonSerializer.Serialize(new Born(PartialDate.Of(null, 8, 2), null));

        Assert.Equal("""{"On":"--08-02","Died":null}""", json);
        Assert.Equal(new Born(PartialDate.Of(null, 8, 2), null), JsonSerializer.Deserialize<Born>(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Born>("""{"On":"soon"}"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Born>("""{"On":7}"""));
    }

    private sealed record Born(PartialDate? On, PartialDate? Died);
}
