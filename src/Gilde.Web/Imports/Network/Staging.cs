using Gilde.Web.CommandLine;
using Gilde.Web.Formats;
using Microsoft.Data.Sqlite;

namespace Gilde.Web.Imports.Network;

/// <summary>
/// Temporary tables of one connection that hold the rows of the files, so that a million of them are checked and merged by the
/// database and not in memory. The network's own tables are not touched, nor locked, while they fill.
/// </summary>
internal sealed class Staging(GildeDb db, ProblemList problems, IProgress<Advance> progress, Instant now)
{
    private const int ProgressEvery = 10_000;

    private static readonly string[] Tables =
        ["stage_members", "stage_contacts", "stage_exchanges", "stage_ids", "stage_handles", "stage_pairs", "stage_sums"];

    public async Task<long> Load(NetworkTable table, string folder, CancellationToken stop)
    {
        await Run($"CREATE TEMP TABLE {table.Stage} ({Typed(table.StageColumns)})", stop);
        var path = Path.Combine(folder, table.FileName);
        if (!File.Exists(path))
            return 0;
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        using var csv = CsvTable.Open(file, table.FileName, columns => table.Required.Any(columns.Contains));
        if (csv is null || table.Required.Any(column => !csv.Has(column)))
        {
            problems.Add(table.FileName, 1, "The file has no header with {0}.", string.Join(", ", table.Required.Where(c => csv?.Has(c) != true)));
            return 0;
        }
        return await Fill(table, csv, file, stop);
    }

    /// <summary>For what is read next; PostgreSQL plans temporary tables badly until it has looked at them.</summary>
    public async Task Index(string table, string columns, CancellationToken stop)
    {
        await Run($"CREATE INDEX {table}_{columns.Replace(", ", "_", StringComparison.Ordinal)} ON {table} ({columns})", stop);
        if (db.IsPostgres)
            await Run($"ANALYZE {table}", stop);
    }

    public Task<int> Run(string sql, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(sql, stop);

    public IQueryable<T> Rows<T>(string sql, params object[] parameters) => db.Database.SqlQueryRaw<T>(sql, parameters);

    /// <summary>Staged rows go to disk, and what SQLite maps into memory is not taken for memory used.</summary>
    public async Task Prepare(CancellationToken stop)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(4));
        await db.Database.OpenConnectionAsync(stop);
        if (!db.IsPostgres)
            await Run("PRAGMA temp_store=FILE; PRAGMA mmap_size=0; PRAGMA cache_size=-32000;", stop);
        await Clear(stop);
    }

    /// <summary>A connection goes back into the pool with its temporary tables.</summary>
    public async Task Clear(CancellationToken stop)
    {
        foreach (var table in Tables)
            await Run($"DROP TABLE IF EXISTS {(db.IsPostgres ? "pg_temp" : "temp")}.{table}", stop);
    }

    public string Typed(string sql) => sql.Replace("{instant}", db.IsPostgres ? "timestamptz" : "bigint", StringComparison.Ordinal);

    private async Task<long> Fill(NetworkTable table, CsvTable csv, FileStream file, CancellationToken stop)
    {
        // Without a transaction of its own SQLite would sync the temporary file at every insert; a deferred one locks nothing else.
        await using var transaction = db.IsPostgres ? null : ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await using var use = transaction is null ? null : await db.Database.UseTransactionAsync(transaction, stop);
        var columns = table.StageColumnNames;
        var count = 0L;
        await using (var rows = await BulkRows.Into(db, table.Stage, columns, stop))
        {
            var values = new object?[columns.Length];
            foreach (var row in csv.Rows(problems, long.MaxValue))
            {
                values[0] = row.Number;
                table.Fill(new NetworkCells(row, problems, now), values);
                await rows.Write(values, stop);
                if (++count % ProgressEvery == 0)
                    Report(table, file);
            }
            await rows.Complete(stop);
        }
        if (transaction is not null)
            await transaction.CommitAsync(stop);
        Report(table, file);
        return count;
    }

    /// <summary>Clears away the rows of the last moment: left alone, the runtime lets a hundred megabytes of them lie before it looks.</summary>
    public static void Sweep() => GC.Collect(0, GCCollectionMode.Forced);

    private void Report(NetworkTable table, FileStream file)
    {
        Sweep();
        // Reading is the first half of the work; the last file is mostly the longest.
        var (from, share) = table.FileName == NetworkTable.Exchanges.FileName ? (0.2, 0.3) : table.FileName == NetworkTable.Contacts.FileName ? (0.1, 0.1) : (0.0, 0.1);
        progress.Report(new Advance($"Reading {table.FileName}", from + share * file.Position / Math.Max(1, file.Length)));
    }
}
