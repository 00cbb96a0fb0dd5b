using Gilde.Web.Formats;

namespace Gilde.Web.Data;

/// <summary>Writes many entities at once, beside change tracking, into tables that are filled for the first time.</summary>
public static class BulkEntities
{
    /// <summary>Writes the entities in their order. Where the database would give ids, they get <paramref name="firstId"/> and the numbers after it.</summary>
    public static async Task<int> Insert<T>(this GildeDb db, IEnumerable<T> entities, long? firstId = null, CancellationToken stop = default) where T : class
    {
        var table = ModelTable.Of<T>(db);
        var getters = table.Columns.Select(c => c.Property!.GetGetter()).ToList();
        var id = table.Columns.ToList().FindIndex(c => c.Name == "id");
        await using var rows = await BulkRows.Into(db, table, stop);
        var count = 0;
        foreach (var entity in entities)
        {
            var values = new object?[table.Columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = i == id && firstId is { } first ? first + count : Portable(getters[i].GetClrValue(entity));
            await rows.Write(values, stop);
            count++;
        }
        await rows.Complete(stop);
        return count;
    }

    /// <summary>After rows were written with their ids: the next id that the database gives comes after the highest. SQLite sees to that by itself.</summary>
    public static async Task ContinueIds(this GildeDb db, CancellationToken stop = default)
    {
        if (!db.IsPostgres) return;
        foreach (var table in ModelTable.All(db).Where(t => t.Columns.Any(c => c.Name == "id")).Select(t => t.Name))
            await db.Execute(
                $"""SELECT setval(s, coalesce((SELECT max(id) FROM "{table}"), 1), EXISTS (SELECT FROM "{table}")) FROM pg_get_serial_sequence('"{table}"', 'id') s WHERE s IS NOT NULL""", stop);
    }

    private static object? Portable(object? value) => value switch
    {
        Enum choice => Convert.ToInt32(choice),
        byte small => (short)small,
        PartialDate date => date.ToString(),
        _ => value,
    };
}
