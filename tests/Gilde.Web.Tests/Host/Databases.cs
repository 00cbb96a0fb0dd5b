using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

namespace Gilde.Web.Tests.Host;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; further arguments as in InlineData.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo method, DisposalTracker tracker) =>
        new(new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres }.Select(kind => (ITheoryDataRow)new TheoryDataRow([kind, .. arguments])).ToList());

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>
/// Empty and migrated databases in no time: SQLite copies a template file, PostgreSQL creates from a template database.
/// PostgreSQL is where GILDE_TEST_POSTGRES says (./test starts one).
/// </summary>
public static class Databases
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly string Folder = Directory.CreateTempSubdirectory("gilde-tests-").FullName;
    private static readonly string Run = $"t{Environment.ProcessId}";
    private static string? sqliteTemplate;
    private static string? postgresTemplate;
    private static int number;

    static Databases() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    /// <summary>A new folder that lives as long as the test run.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, $"data{Interlocked.Increment(ref number)}")).FullName;

    /// <summary>Settings on a database of its own, migrated unless <paramref name="empty"/>.</summary>
    public static async Task<Settings> New(DatabaseKind kind, bool empty = false)
    {
        var data = NewFolder();
        var database = kind == DatabaseKind.Sqlite ? await Sqlite(data, empty) : await Postgres(empty);
        return Settings.Load(new Dictionary<string, string?>
        {
            ["data"] = data, ["database"] = database, ["port"] = "0", ["development"] = "true",
            ["limits:people"] = "1000000", ["limits:door"] = "1000000", ["limits:paths"] = "1000000", ["limits:comments"] = "1000000",
        });
    }

    private static async Task<string> Sqlite(string data, bool empty)
    {
        var file = Path.Combine(data, "gilde.db");
        if (empty) return "sqlite:" + file;
        await Gate.WaitAsync();
        try
        {
            if (sqliteTemplate is null)
            {
                var template = Path.Combine(Folder, "template.db");
                await using (var db = DataSetup.Open(Settings.Load(new Dictionary<string, string?> { ["database"] = "sqlite:" + template }))) await Migrations.Run(db);
                SqliteConnection.ClearAllPools();
                sqliteTemplate = template;
            }
        }
        finally
        {
            Gate.Release();
        }
        File.Copy(sqliteTemplate, file);
        return "sqlite:" + file;
    }

    private static async Task<string> Postgres(bool empty)
    {
        var admin = Environment.GetEnvironmentVariable("GILDE_TEST_POSTGRES")
            ?? throw new InvalidOperationException("Set GILDE_TEST_POSTGRES to a PostgreSQL connection string, or run ./test, which starts a server.");
        await Gate.WaitAsync();
        try
        {
            if (postgresTemplate is null && !empty)
            {
                var name = $"gilde_template_{Run}";
                await Execute(admin, $"CREATE DATABASE {name}");
                await using (var db = DataSetup.Open(Settings.Load(new Dictionary<string, string?> { ["database"] = In(admin, name) }))) await Migrations.Run(db);
                NpgsqlConnection.ClearAllPools();
                postgresTemplate = name;
            }
            var database = $"gilde_{Run}_{Interlocked.Increment(ref number)}";
            await Execute(admin, empty ? $"CREATE DATABASE {database}" : $"CREATE DATABASE {database} TEMPLATE {postgresTemplate}");
            return In(admin, database);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static string In(string admin, string database) =>
        new NpgsqlConnectionStringBuilder(admin) { Database = database, MaxPoolSize = 30, ConnectionIdleLifetime = 4, ConnectionPruningInterval = 2 }.ToString();

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
