using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Gilde.Web.Data;

/// <summary>
/// Prepares what is asked again and again only once for each connection: SQLite takes longer to read and plan the query of a page than to answer it.
/// </summary>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    public static readonly PreparedStatements Instance = new();

    private readonly ConditionalWeakTable<SqliteConnection, Kept> kept = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: { } connection } command ? kept.GetOrCreateValue(connection).Of(command) : result;

    /// <summary>The statements of one connection. A connection is used by one request at a time.</summary>
    private sealed class Kept
    {
        private const int Most = 64;
        private readonly Dictionary<string, KeptCommand> commands = [];
        private long uses;

        /// <summary>The same command, prepared if it was asked before.</summary>
        public SqliteCommand Of(SqliteCommand command)
        {
            if (!commands.TryGetValue(command.CommandText, out var known))
            {
                if (commands.Count == Most) Drop(commands.Where(c => !c.Value.InUse).MinBy(c => c.Value.LastUse).Key);
                commands.Add(command.CommandText, known = new KeptCommand { CommandText = command.CommandText, Connection = command.Connection });
            }
            if (known.InUse) return command;
            known.Take(command, ++uses);
            command.Dispose();
            return known;
        }

        private void Drop(string text)
        {
            commands.Remove(text, out var command);
            command!.Dispose();
        }
    }

    /// <summary>Whoever asked disposes of it; it then waits for the next who does.</summary>
    private sealed class KeptCommand : SqliteCommand
    {
        public bool InUse { get; private set; }
        public long LastUse { get; private set; }

        public void Take(SqliteCommand command, long use)
        {
            (InUse, LastUse) = (true, use);
            Transaction = command.Transaction;
            CommandTimeout = command.CommandTimeout;
            foreach (SqliteParameter parameter in command.Parameters) Parameters.Add(parameter);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && InUse)
            {
                Parameters.Clear();
                (InUse, Transaction) = (false, null);
            }
            else base.Dispose(disposing);
        }
    }
}
