using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gilde.Web;
using Gilde.Web.Data;
using Gilde.Web.Introductions;
using NodaTime;
using Spectre.Console;

namespace Gilde.Ties.Bench;

/// <summary>The batch that every night weighs all ties anew: how long it takes, and that its memory does not grow with the network.</summary>
internal static class Night
{
    private const double MostGrowthMegabytes = 32;

    public static async Task<int> Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("gilde-bench-ties-").FullName;
        try
        {
            var database = options.Postgres ? Environment.GetEnvironmentVariable("GILDE_TEST_POSTGRES")! : "sqlite:" + Path.Combine(folder, "gilde.db");
            var settings = Settings.Load(new Dictionary<string, string?> { ["data"] = folder, ["database"] = database });
            var now = Instant.FromUnixTimeTicks(SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks() / 10 * 10);
            await using (var db = DataSetup.Open(settings))
            {
                await Migrations.Run(db);
                await MadeNetwork.Fill(db, options.Pairs, now);
            }
            var rows = new List<Measured>
            {
                await Measure(settings, "first", options.Pairs, now),
                await Measure(settings, "night", options.Pairs, now + Duration.FromDays(1)),
            };
            Print(options, rows);
            return rows.All(r => r.GrowthMb <= MostGrowthMegabytes) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Measured> Measure(Settings settings, string name, long pairs, Instant now)
    {
        var watch = Stopwatch.StartNew();
        var (memory, stopped) = (new List<double>(), new CancellationTokenSource());
        var sampling = Task.Run(async () =>
        {
            using var each = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while (!stopped.IsCancellationRequested && await each.WaitForNextTickAsync()) memory.Add(GC.GetTotalMemory(forceFullCollection: false) / 1e6);
        });
        await using var db = DataSetup.Open(settings);
        var changed = await new RebuildTies(db, new StillClock(now)).Execute();
        await stopped.CancelAsync();
        await sampling;
        var quarters = Enumerable.Range(0, 4).Select(q => memory.Skip(memory.Count * q / 4).Take(Math.Max(1, memory.Count / 4)).DefaultIfEmpty().Max()).ToArray();
        using var process = Process.GetCurrentProcess();
        return new(name, changed, watch.Elapsed.TotalSeconds, pairs / watch.Elapsed.TotalSeconds, quarters, process.PeakWorkingSet64 / 1e6);
    }

    private static void Print(Options options, List<Measured> rows)
    {
        AnsiConsole.WriteLine($"{options.Pairs:#,0} pairs on {(options.Postgres ? "PostgreSQL" : "SQLite")}; memory is the managed heap's highest in each quarter of the run");
        var table = new Table().AddColumns("run", "ties changed", "seconds", "pairs a second", "1st quarter MB", "2nd", "3rd", "4th", "process at most MB");
        foreach (var r in rows) table.AddRow([r.Name, Text(r.Changed), Text(r.Seconds), Text(r.PerSecond), .. r.QuartersMb.Select(Text), Text(r.PeakMb)]);
        AnsiConsole.Write(table);
        if (options.Json) Console.WriteLine(JsonSerializer.Serialize(rows.ToDictionary(r => r.Name, r => new { seconds = Math.Round(r.Seconds, 1), per_second = Math.Round(r.PerSecond), quarters_mb = r.QuartersMb.Select(q => Math.Round(q)), peak_mb = Math.Round(r.PeakMb) })));
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    /// <param name="QuartersMb">The highest of each quarter of the run.</param>
    private sealed record Measured(string Name, int Changed, double Seconds, double PerSecond, double[] QuartersMb, double PeakMb)
    {
        /// <summary>How much the end of the run needs beyond its beginning.</summary>
        public double GrowthMb => QuartersMb[3] - QuartersMb[0];
    }

    private sealed class StillClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
