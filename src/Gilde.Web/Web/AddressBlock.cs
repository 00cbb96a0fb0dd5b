using System.Net;
using System.Net.Sockets;

namespace Gilde.Web.Web;

/// <summary>What counts as one network address where tries are counted: of IPv6 the first half, for everybody has as many of the rest as they like.</summary>
public static class AddressBlock
{
    private const int Half = 8;

    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, Half, Half);
        return new IPAddress(bytes) + "/64";
    }
}
