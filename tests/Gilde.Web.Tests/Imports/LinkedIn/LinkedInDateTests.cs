using Gilde.Web.Imports.LinkedIn;
using Xunit;

namespace Gilde.Web.Tests.Imports.LinkedIn;

public class LinkedInDateTests
{
    [Theory]
    [InlineData("12 Mar 2021", "2021-03-12")]
    [InlineData("Mar 12, 2021", "2021-03-12")]
    [InlineData("12. März 2021", "2021-03-12")]
    [InlineData("12 mär. 2021", "2021-03-12")]
    [InlineData("Mar 2021", "2021-03")]
    [InlineData("Dezember 2021", "2021-12")]
    [InlineData("Okt 2021", "2021-10")]
    [InlineData("Mai 2021", "2021-05")]
    [InlineData("May 2021", "2021-05")]
    [InlineData("Sept. 2021", "2021-09")]
    [InlineData("Jänner 2021", "2021-01")]
    [InlineData("2021", "2021")]
    [InlineData("2021-03", "2021-03")]
    [InlineData("2021-03-12", "2021-03-12")]
    [InlineData("12.03.2021", "2021-03-12")]
    [InlineData("03.2021", "2021-03")]
    [InlineData("3/2021", "2021-03")]
    [InlineData("3/12/21", "2021-03-12")]
    [InlineData("03/12/2021", "2021-03-12")]
    [InlineData("Aug 2", "--08-02")]
    [InlineData("2. August", "--08-02")]
    [InlineData("Aug 2, 1971", "1971-08-02")]
    public void Reads_dates_as_people_and_exports_write_them(string text, string expected)
    {
        Assert.True(LinkedInDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("30 Feb 2021")]
    [InlineData("12 Mar Mar 2021")]
    [InlineData("Mar 12 13 2021")]
    [InlineData("12 2021")]
    [InlineData("March")]
    [InlineData("13/13/2021")]
    [InlineData("99999")]
    [InlineData("12 Mar 20212")]
    public void Refuses_what_is_no_date(string text) => Assert.False(LinkedInDate.TryParse(text, out _));
}
