using System.Net;
using System.Net.Sockets;

namespace Gilde.Web.Web.Outbound;

/// <summary>
/// The one way in which this server fetches anything from the web; other HTTP clients are banned symbols.
/// Only global unicast addresses, checked for the very address that is connected to; at most three redirects, ten seconds, one mebibyte.
/// </summary>
public sealed class OutboundClient : IDisposable
{
    public const int MaxRedirects = 3;
    public const int MaxBytes = 1 << 20;
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient client;

    /// <param name="mayConnect">Which addresses may be connected to; tests allow the loopback one.</param>
    public OutboundClient(Func<IPAddress, bool>? mayConnect = null)
    {
        var allowed = mayConnect ?? PublicAddresses.Contains;
#pragma warning disable RS0030 // the one outbound client
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, stop) => Connect(context.DnsEndPoint, allowed, stop),
        }) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Gilde/0.1");
    }

    /// <summary>Fetches a page or file. Every way in which that fails has a name; nothing is thrown but on cancellation by the caller.</summary>
    public async Task<Fetched> Get(Uri address, CancellationToken stop = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Timeout);
        try
        {
            return await Follow(address, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Fetched.Failed(FetchOutcome.TooSlow);
        }
        catch (HttpRequestException error) when (error.InnerException is AddressRefusedException or IOException { InnerException: AddressRefusedException })
        {
            return Fetched.Failed(FetchOutcome.AddressRefused);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            return Fetched.Failed(FetchOutcome.Unreachable);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<Fetched> Follow(Uri address, CancellationToken stop)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            if (!MayAsk(address)) return Fetched.Failed(FetchOutcome.AddressRefused);
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
                return await Read(response, address, stop);
            address = new Uri(address, next);
        }
        return Fetched.Failed(FetchOutcome.TooManyRedirects);
    }

    private static bool MayAsk(Uri address) =>
        address.Scheme is "http" or "https" && address.UserInfo.Length == 0;

    private static async Task<Fetched> Read(HttpResponseMessage response, Uri address, CancellationToken stop)
    {
        if (!response.IsSuccessStatusCode) return Fetched.Failed(FetchOutcome.Refused);
        if (response.Content.Headers.ContentLength > MaxBytes) return Fetched.Failed(FetchOutcome.TooLarge);
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, stop) is var read and > 0)
        {
            if (kept.Length + read > MaxBytes) return Fetched.Failed(FetchOutcome.TooLarge);
            kept.Write(buffer, 0, read);
        }
        return new Fetched(FetchOutcome.Ok, kept.ToArray(), response.Content.Headers.ContentType?.MediaType, address);
    }

    /// <summary>Resolves and connects in one step, so that a name cannot point elsewhere between check and use.</summary>
    private static async ValueTask<Stream> Connect(DnsEndPoint target, Func<IPAddress, bool> allowed, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, stop);
        var usable = addresses.Where(allowed).ToArray();
        if (usable.Length == 0) throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, target.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class AddressRefusedException() : IOException("Not a public address.");
}

public enum FetchOutcome { Ok, AddressRefused, Unreachable, Refused, TooManyRedirects, TooLarge, TooSlow }

/// <summary>What came back: the body, its media type and the address that it came from in the end.</summary>
public sealed record Fetched(FetchOutcome Outcome, byte[] Body, string? MediaType, Uri? Address)
{
    public static Fetched Failed(FetchOutcome outcome) => new(outcome, [], null, null);
}
