using System.Diagnostics.Metrics;
using Gilde.Web.Introductions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gilde.Web.Tests.Introductions;

public class StartTests
{
    [Theory, BothDatabases]
    public async Task Until_the_graph_is_read_in_the_server_is_not_ready_and_routes_ask_for_a_moment(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        // A replica that is never started stands for one that is still reading.
        await using var server = await GildeServer.Start(settings, adjust: services =>
        {
            foreach (var hosted in services.Where(s => s.ImplementationFactory is not null && s.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)).ToList())
                if (hosted.ImplementationFactory!.Method.ReturnType == typeof(GraphReplica)) services.Remove(hosted);
        });
        var (anna, carl) = (await server.Member("Anna Berger"), await server.Member("Carl Roth"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client().GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client().GetAsync("/healthz")).StatusCode);
        foreach (var path in new[] { $"/introductions/to/{carl.Handle}", "/introductions", "/introductions/any?q=carl" })
        {
            using var answer = await anna.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Contains("One moment, please", await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal([carl.Handle], await Search.SearchReading.FindsText(anna, carl.Handle));
    }

    [Theory, BothDatabases]
    public async Task Size_and_lag_of_the_graph_are_measured(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, jana) = (await server.Member("Anna Berger"), await server.Member("Jana Weber"));
        await server.Connect(anna, jana);
        await server.Settled();
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Name.StartsWith("gilde.graph.", StringComparison.Ordinal)) l.EnableMeasurementEvents(instrument); } };
        void See<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) where T : struct => seen[instrument.Name] = Math.Max(seen.GetValueOrDefault(instrument.Name), Convert.ToDouble(value));
        listener.SetMeasurementEventCallback<int>(See);
        listener.SetMeasurementEventCallback<long>(See);
        listener.SetMeasurementEventCallback<double>(See);
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.True(seen["gilde.graph.members"] >= 2 && seen["gilde.graph.contacts"] >= 1 && seen["gilde.graph.lag"] < 60);
    }
}
