namespace Gilde.Web.Tests.Web;

public class AddressBlockTests
{
    [Theory]
    [InlineData("198.51.100.7", "198.51.100.7"), InlineData("::ffff:198.51.100.7", "198.51.100.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), InlineData("2001:db8:1:2::1", "2001:db8:1:2::/64"), InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%7", "fe80::/64"), InlineData("::1", "::/64"), InlineData(null, "")]
    public void One_line_of_IPv6_counts_as_one_address(string? address, string block) =>
        Assert.Equal(block, AddressBlock.Of(address is null ? null : IPAddress.Parse(address)));
}
