using System.Diagnostics;

namespace Gilde.Web.Tests.Host;

/// <summary>The server as a process of its own, for what only a process can show: being killed, sharing a database with a second one.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Starts the server on the settings' database and waits until it answers.</summary>
    public static async Task<ServerProcess> Start(Settings settings, int port, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Gilde.Web.dll"), "--data", settings.DataFolder, "--db", settings.Database, "--port", $"{port}" })
            start.ArgumentList.Add(argument);
        start.Environment["GILDE_limits__people"] = "1000000";
        start.Environment["GILDE_limits__paths"] = "1000000";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, new Uri($"http://localhost:{port}"));
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            await Eventually.Is(() => Answers(client), "the server process answers", seconds: 120);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>kill -9: no chance to finish anything.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/healthz")).IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
