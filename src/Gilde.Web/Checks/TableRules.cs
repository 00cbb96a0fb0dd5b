using Microsoft.EntityFrameworkCore.Metadata;

namespace Gilde.Web.Checks;

/// <summary>What holds for every table: references lead somewhere, texts fit, choices exist. From the model, so a new table is checked without a word here.</summary>
internal static class TableRules
{
    private static readonly string[] Sound = ["ok"];

    public static async Task<List<RuleResult>> Check(GildeDb db, IReadOnlyList<ModelTable> tables, Action<string> at, CancellationToken stop)
    {
        var references = new List<string>();
        var lengths = new List<string>();
        var choices = new List<string>();
        foreach (var table in tables)
        {
            at(table.Name);
            foreach (var reference in table.References) references.AddRange(await Places(db, table, Dangling(reference), $"→ {reference.Table}", stop));
            lengths.AddRange(await Places(db, table, Any(table, TooLong), "text too long", stop));
            choices.AddRange(await Places(db, table, Any(table, Unknown), "unknown value", stop));
        }
        List<RuleResult> results =
        [
            RuleResult.Of("Tables", "Every reference leads to a row.", references),
            RuleResult.Of("Tables", "Every text fits its column.", lengths),
            RuleResult.Of("Tables", "Every choice is one that exists.", choices),
        ];
        if (!db.IsPostgres) results.Add(RuleResult.Of("Tables", "The database file is sound.", (await db.Texts("PRAGMA integrity_check", stop)).Except(Sound).ToList()));
        return results;
    }

    private static async Task<List<string>> Places(GildeDb db, ModelTable table, string? where, string what, CancellationToken stop)
    {
        if (where is null) return [];
        var key = string.Join(" || '/' || ", table.Key.Select(k => $"CAST(t.\"{k}\" AS text)"));
        return await db.Texts($"SELECT '{table.Name} ' || {key} || ' {what}' FROM \"{table.Name}\" t WHERE {where}", stop);
    }

    private static string Dangling(ModelReference reference)
    {
        var known = string.Join(" AND ", reference.Columns.Select(c => $"t.\"{c}\" IS NOT NULL"));
        var same = string.Join(" AND ", reference.Columns.Zip(reference.TableColumns, (from, to) => $"r.\"{to}\" = t.\"{from}\""));
        return $"{known} AND NOT EXISTS (SELECT 1 FROM \"{reference.Table}\" r WHERE {same})";
    }

    private static string? Any(ModelTable table, Func<ModelColumn, string?> test)
    {
        var tests = table.Columns.Select(test).OfType<string>().ToList();
        return tests.Count == 0 ? null : string.Join(" OR ", tests);
    }

    private static string? TooLong(ModelColumn column) =>
        column.Kind == ColumnKind.Text && column.Property?.GetMaxLength() is { } most ? $"length(t.\"{column.Name}\") > {most}" : null;

    private static string? Unknown(ModelColumn column)
    {
        var type = column.Property is { } property ? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType : null;
        return type is { IsEnum: true } && !type.IsDefined(typeof(FlagsAttribute), false)
            ? $"t.\"{column.Name}\" NOT IN ({string.Join(", ", Enum.GetValues(type).Cast<object>().Select(Convert.ToInt64))})"
            : null;
    }
}
