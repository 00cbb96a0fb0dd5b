using System.Data.Common;
using Gilde.Web.Formats;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Gilde.Web.Data;

/// <summary>
/// Writes very many rows into one table at the speed of the database: binary COPY on PostgreSQL, prepared inserts of many rows on SQLite.
/// Joins the transaction that is open. On PostgreSQL the connection serves nothing else until it is completed or disposed.
/// </summary>
public abstract class BulkRows : IAsyncDisposable
{
    public static async Task<BulkRows> Into(GildeDb db, string table, IReadOnlyList<string> columns, CancellationToken stop = default)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        if (connection is not NpgsqlConnection postgres)
            return new InsertedRows(connection, db.Database.CurrentTransaction?.GetDbTransaction(), $"INSERT INTO {table} ({names}) VALUES ", columns.Count);
        return new CopiedRows(await postgres.BeginBinaryImportAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)", stop));
    }

    /// <summary>Into all columns of a table of the model, in their order.</summary>
    public static Task<BulkRows> Into(GildeDb db, ModelTable table, CancellationToken stop = default) =>
        Into(db, $"\"{table.Name}\"", table.Columns.Select(c => c.Name).ToList(), stop);

    /// <summary>
    /// One row, a value a column: string, long, int, short, byte, bool, double, byte[], <see cref="Instant"/>, <see cref="DateTimeOffset"/>,
    /// <see cref="PartialDate"/>, <see cref="JsonText"/> or null.
    /// </summary>
    public abstract ValueTask Write(object?[] values, CancellationToken stop = default);

    /// <summary>Without it nothing of what is still held back is written.</summary>
    public abstract ValueTask Complete(CancellationToken stop = default);

    public abstract ValueTask DisposeAsync();

    private sealed class CopiedRows(NpgsqlBinaryImporter importer) : BulkRows
    {
        public override async ValueTask Write(object?[] values, CancellationToken stop = default)
        {
            await importer.StartRowAsync(stop);
            foreach (var value in values)
                await Write(value, stop);
        }

        public override async ValueTask Complete(CancellationToken stop = default) => await importer.CompleteAsync(stop);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();

        private Task Write(object? value, CancellationToken stop) => value switch
        {
            null => importer.WriteNullAsync(stop),
            string text => importer.WriteAsync(text, stop),
            long number => importer.WriteAsync(number, stop),
            int number => importer.WriteAsync(number, stop),
            short number => importer.WriteAsync(number, stop),
            byte number => importer.WriteAsync((short)number, stop),
            byte[] bytes => importer.WriteAsync(bytes, stop),
            JsonText json => importer.WriteAsync(json.Text, NpgsqlDbType.Jsonb, stop),
            DateTimeOffset moment => importer.WriteAsync(moment.ToUniversalTime(), stop),
            bool flag => importer.WriteAsync(flag, stop),
            double number => importer.WriteAsync(number, stop),
            Instant moment => importer.WriteAsync(moment.ToDateTimeUtc(), stop),
            PartialDate date => importer.WriteAsync(date.ToString(), stop),
            _ => throw new ArgumentException($"Rows hold no {value.GetType()}.", nameof(value)),
        };
    }

    private sealed class InsertedRows(DbConnection connection, DbTransaction? transaction, string insert, int columns) : BulkRows
    {
        private const int MaxParameters = 900;
        private readonly int _rows = Math.Max(1, MaxParameters / columns);
        private DbCommand? _full;
        private object?[] _held = [];
        private int _count;

        public override async ValueTask Write(object?[] values, CancellationToken stop = default)
        {
            _full ??= Command(_rows);
            _held = _held.Length > 0 ? _held : new object?[_rows * columns];
            values.CopyTo(_held, _count * columns);
            if (++_count == _rows)
                await Flush(_full, stop);
        }

        public override async ValueTask Complete(CancellationToken stop = default)
        {
            if (_count == 0)
                return;
            await using var rest = Command(_count);
            await Flush(rest, stop);
        }

        public override ValueTask DisposeAsync() => _full?.DisposeAsync() ?? ValueTask.CompletedTask;

        private DbCommand Command(int rows)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
            var number = 0;
            command.CommandText = insert + string.Join(", ", Enumerable.Range(0, rows)
                .Select(_ => "(" + string.Join(", ", Enumerable.Range(0, columns).Select(_ => "$p" + number++)) + ")"));
            for (var i = 0; i < number; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "$p" + i;
                command.Parameters.Add(parameter);
            }
            return command;
        }

        private async Task Flush(DbCommand command, CancellationToken stop)
        {
            for (var i = 0; i < _count * columns; i++)
                command.Parameters[i].Value = Stored(_held[i]);
            await command.ExecuteNonQueryAsync(stop);
            _count = 0;
        }

        private static object Stored(object? value) => value switch
        {
            null => DBNull.Value,
            Instant moment => moment.ToUnixTimeTicks() / 10,
            PartialDate date => date.ToString(),
            JsonText json => json.Text,
            _ => value,
        };
    }
}

/// <summary>A whole JSON value, for a column that holds one.</summary>
public sealed record JsonText(string Text);
