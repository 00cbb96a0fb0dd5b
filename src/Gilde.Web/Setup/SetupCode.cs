using System.Security.Cryptography;
using System.Text;

namespace Gilde.Web.Setup;

/// <summary>
/// Guards the set-up page against whoever finds a new server first: who does not sit at the machine itself must know the code from the server's log.
/// </summary>
public sealed class SetupCode(TheNetwork network, Settings settings, ILogger<SetupCode> log) : IHostedService
{
    // Without letters and digits that look alike.
    private readonly string code = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 4)));

    public string Value => code;

    public Task StartAsync(CancellationToken stop)
    {
        if (!network.IsSetUp) log.LogWarning("This network is not set up yet. Open {Address}setup?code={Code} in a browser; on this machine the code is not asked for", settings.Address, code);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

    /// <summary>Whether the request must bring the code: only a browser on the same machine that addresses it as such need not.</summary>
    public bool IsNeeded(HttpContext http) =>
        http.Connection.RemoteIpAddress is not { } remote || !System.Net.IPAddress.IsLoopback(remote)
        || http.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]")
        || http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded") || http.Request.Headers.ContainsKey("X-Real-IP");

    public bool Matches(string? given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((given ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(code));
}
