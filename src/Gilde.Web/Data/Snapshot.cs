using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Gilde.Web.Data;

/// <summary>Reading many tables as they were at one moment.</summary>
internal static class Snapshot
{
    /// <summary>Reads from now on see the database as it is at this moment, without holding up writers.</summary>
    public static async Task OpenSnapshot(this DatabaseFacade database, CancellationToken stop)
    {
        await database.OpenConnectionAsync(stop);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = database.IsNpgsql() ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN DEFERRED; SELECT count(*) FROM schema_steps";
        await command.ExecuteNonQueryAsync(stop);
    }
}
