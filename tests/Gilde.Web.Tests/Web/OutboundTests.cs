using System.Net.Sockets;
using System.Text;
using Gilde.Web.Web.Outbound;

namespace Gilde.Web.Tests.Web;

public class OutboundTests
{
    [Theory]
    [InlineData("127.0.0.1"), InlineData("10.1.2.3"), InlineData("172.20.0.1"), InlineData("192.168.1.1"), InlineData("169.254.169.254")]
    [InlineData("100.64.0.1"), InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("::1"), InlineData("::")]
    [InlineData("fe80::1"), InlineData("fc00::1"), InlineData("::ffff:127.0.0.1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::7f00:1"), InlineData("2002:7f00:1::")]
    public void Addresses_inside_are_not_public(string address) => Assert.False(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory, InlineData("93.184.216.34"), InlineData("8.8.8.8"), InlineData("2606:2800:220:1:248:1893:25c8:1946")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.True(PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task The_server_never_fetches_from_itself()
    {
        using var site = new Site("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        using var client = new OutboundClient();
        Assert.Equal(FetchOutcome.AddressRefused, (await client.Get(site.At("localhost"))).Outcome);
        Assert.Equal(FetchOutcome.AddressRefused, (await client.Get(site.At("127.0.0.1"))).Outcome);
        Assert.Equal(FetchOutcome.AddressRefused, (await client.Get(new Uri("file:///etc/passwd"))).Outcome);
        Assert.Equal(0, site.Requests);
    }

    [Fact]
    public async Task A_page_is_fetched_with_its_type()
    {
        using var site = new Site("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi");
        using var client = new OutboundClient(_ => true);
        var page = await client.Get(site.At("127.0.0.1"));
        Assert.Equal((FetchOutcome.Ok, "hi", "text/plain"), (page.Outcome, Encoding.UTF8.GetString(page.Body), page.MediaType));
    }

    [Fact]
    public async Task Redirects_end_after_three_and_each_is_checked()
    {
        using var loop = new Site("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
        using var client = new OutboundClient(_ => true);
        Assert.Equal(FetchOutcome.TooManyRedirects, (await client.Get(loop.At("127.0.0.1"))).Outcome);
        Assert.Equal(4, loop.Requests);

        using var inside = new Site($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:{loop.Port}/\r\nContent-Length: 0\r\n\r\n");
        using var careful = new OutboundClient(a => a.Equals(IPAddress.Loopback));
        Assert.Equal(FetchOutcome.AddressRefused, (await careful.Get(inside.At("127.0.0.1"))).Outcome);
    }

    [Fact]
    public async Task More_than_a_mebibyte_is_refused_said_or_unsaid()
    {
        using var said = new Site("HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n");
        using var unsaid = new Site("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + new string('x', OutboundClient.MaxBytes + 10));
        using var client = new OutboundClient(_ => true);
        Assert.Equal(FetchOutcome.TooLarge, (await client.Get(said.At("127.0.0.1"))).Outcome);
        Assert.Equal(FetchOutcome.TooLarge, (await client.Get(unsaid.At("127.0.0.1"))).Outcome);
    }

    /// <summary>Answers every connection with the same bytes.</summary>
    internal sealed class Site : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Any, 0);
        private int requests;

        public Site(string answer)
        {
            listener.Start();
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    using var peer = await listener.AcceptTcpClientAsync();
                    var stream = peer.GetStream();
                    if (await stream.ReadAsync(new byte[4096]) == 0) continue;
                    Interlocked.Increment(ref requests);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                }
            });
        }

        public int Requests => requests;
        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
        public Uri At(string host) => new($"http://{host}:{Port}/");
        public void Dispose() => listener.Stop();
    }
}
