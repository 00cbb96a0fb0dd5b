using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

public class TypedDateTests
{
    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("03/2021", "2021-03")]
    [InlineData("3.2021", "2021-03")]
    [InlineData("12.03.2021", "2021-03-12")]
    [InlineData("12. 3. 2021", "2021-03-12")]
    [InlineData("Mär 2021", "2021-03")]
    [InlineData("März 2021", "2021-03")]
    [InlineData("Mrz 2021", "2021-03")]
    [InlineData("maerz 2021", "2021-03")]
    [InlineData("Mar 2021", "2021-03")]
    [InlineData("Sept. 2019", "2019-09")]
    [InlineData("Jänner 2019", "2019-01")]
    [InlineData("12. Dezember 2019", "2019-12-12")]
    [InlineData("12 December 2019", "2019-12-12")]
    [InlineData("Okt 2019", "2019-10")]
    [InlineData("October 2019", "2019-10")]
    [InlineData("2021-03", "2021-03")]
    [InlineData("2021-03-12", "2021-03-12")]
    [InlineData(" 2021 ", "2021")]
    public void People_type_dates_in_many_ways(string typed, string date)
    {
        Assert.True(TypedDate.TryParse(typed, out var parsed));
        Assert.Equal(PartialDate.Parse(date), parsed);
        Assert.True(TypedDate.TryParse(TypedDate.Write(parsed), out var again));
        Assert.Equal(parsed, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gestern")]
    [InlineData("13/2021")]
    [InlineData("31.02.2021")]
    [InlineData("21")]
    [InlineData("--03-12")]
    [InlineData("Ma 2021")]
    [InlineData("2021 2022")]
    public void What_is_no_date_is_refused(string typed) => Assert.False(TypedDate.TryParse(typed, out _));
}
