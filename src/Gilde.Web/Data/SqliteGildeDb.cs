using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Gilde.Web.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace Gilde.Web.Data;

/// <summary>The embedded database: WAL, every commit synced, one writer at a time, queued in the process instead of waiting in SQLite's busy loop.</summary>
public sealed class SqliteGildeDb(DbContextOptions<SqliteGildeDb> options) : GildeDb(options)
{
    private const int Constraint = 19, PrimaryKey = 1555, Unique = 2067;
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    public override bool IsPostgres => false;

    public static void Configure(DbContextOptionsBuilder options, string database) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = database["sqlite:".Length..], ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(Pragmas.Instance);

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

    /// <summary>Set on every connection as it opens; DurabilityCheck asserts them at start.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();
        private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data) => Run(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData data, CancellationToken stop = default)
        {
            Run(connection);
            return Task.CompletedTask;
        }

        private static void Run(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }
    }
}
