using Gilde.Web.Setup;

namespace Gilde.Web.Tests.Setup;

public class BrandTests
{
    [Fact]
    public void Text_on_every_colour_is_readable()
    {
        for (var i = 0; i < 4096; i++)
        {
            var color = $"#{(i >> 8) * 17:x2}{(i >> 4 & 15) * 17:x2}{(i & 15) * 17:x2}";
            Assert.True(Brand.Contrast(color, Brand.TextOn(color)) >= 4.5, color);
        }
        Assert.All(Brand.Palette, color => Assert.Equal("#ffffff", Brand.TextOn(color)));
    }

    [Theory]
    [InlineData("#1f6f5c", true)]
    [InlineData("#1F6F5C", true)]
    [InlineData("1f6f5c", false)]
    [InlineData("#1f6f5", false)]
    [InlineData("#1f6f5g", false)]
    [InlineData("red", false)]
    [InlineData(null, false)]
    public void A_colour_is_six_hex_digits(string? text, bool expected) => Assert.Equal(expected, Brand.IsColor(text));
}
