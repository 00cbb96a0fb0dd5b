using System.Diagnostics.Metrics;

namespace Gilde.Web.Introductions;

/// <summary>Size and lag of this process's graph, in the meter "Gilde".</summary>
public sealed class GraphMeter : IHostedService, IDisposable
{
    private readonly Meter meter = new("Gilde");

    public GraphMeter(GraphReplica replica)
    {
        meter.CreateObservableGauge("gilde.graph.members", () => replica.MemberCount, "{member}", "Members in the contact graph");
        meter.CreateObservableGauge("gilde.graph.contacts", () => replica.ContactCount, "{contact}", "Contacts in the contact graph");
        meter.CreateObservableGauge("gilde.graph.lag", () => replica.Lag.TotalSeconds, "s", "Time from the commit of the newest change to its arrival in the graph");
    }

    public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

    public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

    public void Dispose() => meter.Dispose();
}
