using System.Diagnostics;
using Npgsql;

namespace Gilde.Graph.Bench;

/// <summary>A PostgreSQL server of its own, made by tests/postgres, with settings that suit a large read-only table.</summary>
sealed class Postgres : IAsyncDisposable
{
    readonly Dictionary<string, string> environment;

    Postgres(Dictionary<string, string> environment) => this.environment = environment;

    public NpgsqlConnection Connection { get; private set; } = null!;

    static string Script
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gilde.slnx"))) folder = folder.Parent;
            return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The bench runs outside the checkout."), "tests", "postgres");
        }
    }

    public static async Task<Postgres> Start()
    {
        var said = await Run([], "start", "-c", "shared_buffers=6GB");
        var environment = said.Split('\n').Where(line => line.StartsWith("export ", StringComparison.Ordinal)).Select(line => line["export ".Length..].Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1].Trim('\''));
        var server = new Postgres(environment) { Connection = new(environment["GILDE_TEST_POSTGRES"] + ";Command Timeout=0;Max Auto Prepare=20;Auto Prepare Min Usages=1") };
        await server.Connection.OpenAsync();
        await server.Execute("set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off; set max_parallel_workers_per_gather = 0; set random_page_cost = 1.1; set effective_cache_size = '6GB'");
        return server;
    }

    public async Task Execute(string sql)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<string> Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Script, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"tests/postgres {arguments[0]} failed.");
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await Run(environment, "stop");
    }
}
