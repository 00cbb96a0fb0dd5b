using System.Collections.Concurrent;
using Gilde.Web.Tests.Host;

[assembly: AssemblyFixture(typeof(Servers))]

namespace Gilde.Web.Tests.Host;

/// <summary>One server a database, shared by all tests of the run.</summary>
public sealed class Servers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<GildeServer>>> running = new();

    public Task<GildeServer> On(DatabaseKind kind) => running.GetOrAdd(kind, k => new(() => GildeServer.Start(k))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in running.Values.Where(s => s.IsValueCreated)) await (await server.Value).DisposeAsync();
    }
}
