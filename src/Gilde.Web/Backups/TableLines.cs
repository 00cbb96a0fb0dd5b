using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gilde.Web.Backups;

/// <summary>A table of the database as lines of JSON, the same bytes whichever database it is read from.</summary>
internal sealed class TableLines(GildeDb db, EventNumbers numbers)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all rows and says how many there were; <paramref name="written"/> hears the number now and then.</summary>
    public async Task<long> Write(BackupTable table, Stream target, Action<long> written, CancellationToken stop)
    {
        await using var command = await db.Command($"SELECT {List(table.Columns.Select(c => c.Name))} FROM \"{table.Name}\" ORDER BY {Order(table)}", stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await using var json = new Utf8JsonWriter(target, Plain);
        long rows = 0;
        while (await reader.ReadAsync(stop))
        {
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++) values[i] = PortableValue.From(reader, i, table.Columns[i].Kind, db.IsPostgres);
            numbers.Translate(table, values);
            WriteRow(json, table, values);
            await json.FlushAsync(stop);
            target.WriteByte((byte)'\n');
            json.Reset();
            if (++rows % 1000 == 0) written(rows);
        }
        return rows;
    }

    private static void WriteRow(Utf8JsonWriter json, BackupTable table, object?[] values)
    {
        json.WriteStartObject();
        for (var i = 0; i < values.Length; i++)
        {
            json.WritePropertyName(table.Columns[i].Name);
            PortableValue.Write(json, values[i]);
        }
        json.WriteEndObject();
    }

    /// <summary>By key, texts byte by byte, so that both databases give the same order.</summary>
    private string Order(BackupTable table) => table.Name == "events" ? numbers.Order : string.Join(", ", table.Order.Select(name =>
        db.IsPostgres && table.Columns.First(c => c.Name == name).Kind == ColumnKind.Text ? $"\"{name}\" COLLATE \"C\"" : $"\"{name}\""));

    private static string List(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));
}
