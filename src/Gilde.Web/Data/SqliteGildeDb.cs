using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Gilde.Web.Events;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Gilde.Web.Data;

/// <summary>The embedded database: WAL, every commit synced, one writer at a time, queued in the process instead of waiting in SQLite's busy loop.</summary>
public sealed class SqliteGildeDb(DbContextOptions<SqliteGildeDb> options) : GildeDb(options)
{
    private const int Constraint = 19, PrimaryKey = 1555, Unique = 2067;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    public override bool IsPostgres => false;

    public static void Configure(DbContextOptionsBuilder options, string database) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = database["sqlite:".Length..], DefaultTimeout = 30 }.ToString(), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .KeepConnectionsOpen()
        .AddInterceptors(Pragmas.Instance, PreparedStatements.Instance);

    public override async Task<T> Atomically<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        if (Database.CurrentTransaction is not null) return await work();
        var gate = Gates.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(stop);
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(stop);
            var result = await work();
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            gate.Release();
        }
    }

    public override Task<T> Alone<T>(Func<Task<T>> work, CancellationToken stop = default) => Atomically(work, stop);

    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: PrimaryKey or Unique };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Event>().Property(e => e.Transaction).HasDefaultValueSql("0");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Instant>().HaveConversion<InstantMicroseconds>();
    }

    /// <summary>Set once on every physical connection; Durability asserts them at start.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();
        private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-4000;";
        // EF Core opens a pooled connection for every query; the handle below it stays the same.
        private readonly ConditionalWeakTable<sqlite3, object> done = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data) => Run((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken stop = default)
        {
            Run((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void Run(SqliteConnection connection)
        {
            if (!done.TryAdd(connection.Handle!, this)) return;
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }
    }
}
