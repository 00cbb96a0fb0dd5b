using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gilde.Web.Data;

/// <summary>
/// Plain SQL on the connection of a context and in its transaction, for work on tables as such (names come from the model, never from people).
/// </summary>
internal static class Sql
{
    public static async Task<DbCommand> Command(this GildeDb db, string sql, CancellationToken stop = default)
    {
        await db.Database.OpenConnectionAsync(stop);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    public static async Task Execute(this GildeDb db, string sql, CancellationToken stop = default)
    {
        await using var command = await db.Command(sql, stop);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>After much has come in at once: PostgreSQL plans by what it knows of its tables, and by itself learns of it minutes later.</summary>
    public static async Task Analyze(this GildeDb db, CancellationToken stop = default)
    {
        if (db.IsPostgres) await db.Execute("ANALYZE", stop);
    }

    public static async Task<long> Count(this GildeDb db, string sql, CancellationToken stop = default)
    {
        await using var command = await db.Command(sql, stop);
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop));
    }

    public static async Task<List<string>> Texts(this GildeDb db, string sql, CancellationToken stop = default)
    {
        await using var command = await db.Command(sql, stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var texts = new List<string>();
        while (await reader.ReadAsync(stop)) texts.Add(Convert.ToString(reader.GetValue(0)) ?? "");
        return texts;
    }
}
