using Gilde.Web.Formats;

namespace Gilde.Web.Tests.Formats;

public class VisibleTextTests
{
    [Theory]
    [InlineData("Draht", 5, "Draht"), InlineData("Draht", 3, "Dra"), InlineData("", 3, ""), InlineData("Draht", 0, "")]
    [InlineData("a😀b", 2, "a"), InlineData("a😀b", 3, "a😀"), InlineData("😀", 1, "")]
    public void A_sign_of_two_halves_is_kept_whole_or_left_out(string text, int max, string cut) => Assert.Equal(cut, VisibleText.Cut(text, max));
}
