using System.Data;
using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Gilde.Web.Data;

/// <summary>One numbered step: <c>Data/Migrations/NNNN-name.sqlite.sql</c> and its twin <c>.postgres.sql</c>.</summary>
public sealed record MigrationStep(int Number, string Name, string Sqlite, string Postgres)
{
    public string SqlFor(GildeDb db) => db.IsPostgres ? Postgres : Sqlite;
}

/// <summary>Brings a database from whatever step it has to the newest, each step in one transaction.</summary>
public static class Migrations
{
    /// <summary>Any constant: two processes that start together take turns.</summary>
    private const long PostgresLock = 0x47_69_6C_64_65;

    public static IReadOnlyList<MigrationStep> Steps { get; } = LoadSteps();

    /// <summary>Applies the missing steps up to <paramref name="last"/> and reports each.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than this program.</exception>
    public static async Task Run(GildeDb db, int last = int.MaxValue, Action<MigrationStep>? applied = null, CancellationToken stop = default)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            if (db.IsPostgres) await Execute(connection, null, $"SELECT pg_advisory_lock({PostgresLock})", stop);
            await Execute(connection, null, "CREATE TABLE IF NOT EXISTS schema_steps (number integer PRIMARY KEY, name text NOT NULL)", stop);
            var done = await Done(connection, stop);
            if (done > Steps[^1].Number) throw new InvalidOperationException($"The database is at step {done}, this program knows {Steps[^1].Number}: start the newer program.");
            foreach (var step in Steps.Where(s => s.Number > done && s.Number <= last))
            {
                await Apply(db, connection, step, stop);
                applied?.Invoke(step);
            }
        }
        finally
        {
            if (db.IsPostgres) await Execute(connection, null, $"SELECT pg_advisory_unlock({PostgresLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The step of the database, 0 where there is none; looking makes nothing.</summary>
    public static async Task<int> StepOf(GildeDb db, CancellationToken stop = default)
    {
        if (!db.IsPostgres && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is var file && !File.Exists(file)) return 0;
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var tables = await db.Count(db.IsPostgres ? "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'schema_steps'" : "SELECT count(*) FROM sqlite_master WHERE name = 'schema_steps'", stop);
            return tables > 0 ? await Done(db.Database.GetDbConnection(), stop) : 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task Apply(GildeDb db, DbConnection connection, MigrationStep step, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, stop);
        // Another process may have taken the step while this one waited for the writer's lock (SQLite).
        if (await Done(connection, stop, transaction) >= step.Number) return;
        await Execute(connection, transaction, step.SqlFor(db), stop);
        await Execute(connection, transaction, $"INSERT INTO schema_steps (number, name) VALUES ({step.Number}, '{step.Name}')", stop);
        await transaction.CommitAsync(stop);
    }

    private static async Task<int> Done(DbConnection connection, CancellationToken stop, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT coalesce(max(number), 0) FROM schema_steps";
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop));
    }

    private static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static List<MigrationStep> LoadSteps()
    {
        const string prefix = "Gilde.Web.Data.Migrations.";
        return Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(".sqlite.sql", StringComparison.Ordinal))
            .Select(n => n[prefix.Length..^".sqlite.sql".Length])
            .Order(StringComparer.Ordinal)
            .Select(n => new MigrationStep(int.Parse(n[..4]), n[5..], Read($"{prefix}{n}.sqlite.sql"), Read($"{prefix}{n}.postgres.sql")))
            .ToList();
    }

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Migration {resource} is missing its twin.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
