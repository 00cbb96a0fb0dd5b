using Microsoft.Data.Sqlite;
using Npgsql;

namespace Gilde.Web.Data;

/// <summary>Faults of the machine, not of the request: nothing was stored, and trying again later is right.</summary>
public static class StorageFaults
{
    private const int SqliteBusy = 5, SqliteFull = 13;
    /// <summary>ENOSPC as .NET wraps it on Linux.</summary>
    private const int NoSpace = 28;

    public static bool IsFull(Exception error) => Chain(error).Any(e => e is
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } or IOException { HResult: NoSpace });

    public static bool IsAway(Exception error) => Chain(error).Any(e => e is
        SqliteException { SqliteErrorCode: SqliteBusy } or NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: System.Net.Sockets.SocketException });

    private static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }
}
