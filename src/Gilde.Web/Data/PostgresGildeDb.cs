using System.Data;
using System.Data.Common;
using Gilde.Web.Events;
using Npgsql;

namespace Gilde.Web.Data;

/// <summary>The database for larger networks and several web nodes.</summary>
public sealed class PostgresGildeDb(DbContextOptions<PostgresGildeDb> options) : GildeDb(options)
{
    private const int Tries = 6, MostPrepared = 64;
    private const string Prepared = "Max Auto Prepare", Options = "Options", NoReset = "No Reset On Close";

    public override bool IsPostgres => true;

    /// <summary>
    /// Unless the operator says otherwise, a connection plans once what it is asked again and again: for most pages planning takes longer than reading. Nor
    /// does it compile queries, which pays for reports over whole tables; and it knows that a disk reads here as fast as there.
    /// </summary>
    public static void Configure(DbContextOptionsBuilder options, string database)
    {
        var connection = new DbConnectionStringBuilder { ConnectionString = database };
        if (!connection.ContainsKey(Prepared)) connection[Prepared] = MostPrepared;
        // Nothing of a session is left to reset: locks end with their transaction, temporary tables are dropped by who made them.
        if (!connection.ContainsKey(NoReset)) connection[NoReset] = true;
        if (!connection.ContainsKey(Options)) connection[Options] = "-c jit=off -c random_page_cost=1.1";
        options.UseNpgsql(connection.ConnectionString);
    }

    public override async Task<T> Atomically<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        if (Database.CurrentTransaction is not null) return await work();
        await using var transaction = await Database.BeginTransactionAsync(stop);
        var result = await work();
        await transaction.CommitAsync(stop);
        return result;
    }

    public override async Task<T> Alone<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.Serializable, stop);
                var result = await work();
                await transaction.CommitAsync(stop);
                return result;
            }
            catch (Exception error) when (attempt < Tries && IsConflict(error))
            {
                ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(2, 10 << attempt), stop);
            }
        }
    }

    public override bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Event>().Property(e => e.Transaction).HasDefaultValueSql("(pg_current_xact_id()::text)::bigint");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        base.ConfigureConventions(conventions);
        conventions.Properties<Instant>().HaveConversion<InstantTimestamp>();
    }

    // EF Core wraps what it takes for transient, some calls twice.
    private static bool IsConflict(Exception? error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected }
        || (error is not null && IsConflict(error.InnerException));
}
