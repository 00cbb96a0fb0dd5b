using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gilde.Web.Data;

/// <summary>
/// A pooled context keeps its connection open: opening registers EF Core's functions anew, which costs about as much as a query and makes every
/// statement that was prepared be prepared again. The connection is closed when its context is disposed of.
/// </summary>
[SuppressMessage("Usage", "EF1001", Justification = "The one place that knows when a connection closes; its tests hold for the pinned version.")]
internal static class KeptSqliteConnections
{
    public static DbContextOptionsBuilder KeepConnectionsOpen(this DbContextOptionsBuilder options) => options.ReplaceService<ISqliteRelationalConnection, Kept>();

    private sealed class Kept(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder sql, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
        : SqliteRelationalConnection(dependencies, sql, log)
    {
        protected override void CloseDbConnection() { }

        protected override Task CloseDbConnectionAsync() => Task.CompletedTask;
    }
}
