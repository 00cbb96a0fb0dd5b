using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Gilde.Web.Web;

/// <summary>Structured logs on standard output (JSON outside development) and metrics by OpenTelemetry where an endpoint is configured.</summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        // Keys lie unencrypted in the database beside what they protect; the operator guards the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Conflicts that are tried again are no failures; one that is not tried again is logged by whom it reaches.
        foreach (var part in (string[])["Update", "Database.Command", "Database.Transaction"]) builder.Logging.AddFilter($"Microsoft.EntityFrameworkCore.{part}", LogLevel.None);
        // A page for people handles what the exception handler logs; the log keeps the stack.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.Error);
        if (settings.Development) builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        else builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        if (settings.TelemetryEndpoint is not { } endpoint) return;
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql", "Gilde")
            .AddOtlpExporter(o => o.Endpoint = new Uri(endpoint))
            .Build());
        builder.Services.AddHostedService<MeterStart>();
    }

    /// <summary>Creates the meter provider with the server and flushes it with it.</summary>
    private sealed class MeterStart(MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop)
        {
            meters.ForceFlush(5_000);
            return Task.CompletedTask;
        }
    }
}
