using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Gilde.Web.Data;

/// <summary>What a column holds, the same on both databases.</summary>
public enum ColumnKind { Text, Long, Int, Short, Real, Flag, Moment, Offset, Bytes, Json }

/// <summary>A column of the model; <see cref="Property"/> is null where a column holds a whole owned object as JSON.</summary>
public sealed record ModelColumn(string Name, ColumnKind Kind, bool IsNullable, IProperty? Property);

/// <summary>A foreign key: columns here, the table and columns they point to.</summary>
public sealed record ModelReference(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> TableColumns);

/// <summary>A table as the model has it, for work on whole rows: bulk writing, backup, restore, checks.</summary>
public sealed record ModelTable(string Name, IReadOnlyList<ModelColumn> Columns, IReadOnlyList<string> Key, IReadOnlyList<ModelReference> References)
{
    /// <summary>All tables, each after those that it refers to.</summary>
    public static IReadOnlyList<ModelTable> All(GildeDb db)
    {
        var waiting = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).Select(Of).ToList();
        var ordered = new List<ModelTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(t => t.References.All(r => r.Table == t.Name || ordered.Exists(o => o.Name == r.Table)))
                ?? throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", waiting.Select(t => t.Name))}.");
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    public static ModelTable Of<T>(GildeDb db) =>
        Of(db.Model.FindEntityType(typeof(T))?.GetTableMappings().First().Table as ITable ?? throw new ArgumentException($"{typeof(T)} has no table."));

    private static ModelTable Of(ITable table) => new(
        table.Name,
        table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(Of).ToList(),
        table.PrimaryKey?.Columns.Select(c => c.Name).ToList() ?? [],
        table.ForeignKeyConstraints.Select(f => new ModelReference(
            f.Columns.Select(c => c.Name).ToList(), f.PrincipalTable.Name, f.PrincipalColumns.Select(c => c.Name).ToList())).ToList());

    private static ModelColumn Of(IColumn column)
    {
        var property = column.PropertyMappings.Select(m => m.Property).FirstOrDefault();
        return new ModelColumn(column.Name, property is null ? ColumnKind.Json : KindOf(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType), column.IsNullable, property);
    }

    private static ColumnKind KindOf(Type type) => type switch
    {
        _ when type == typeof(long) => ColumnKind.Long,
        _ when type == typeof(int) || type.IsEnum => ColumnKind.Int,
        _ when type == typeof(short) || type == typeof(byte) => ColumnKind.Short,
        _ when type == typeof(double) => ColumnKind.Real,
        _ when type == typeof(bool) => ColumnKind.Flag,
        _ when type == typeof(Instant) => ColumnKind.Moment,
        _ when type == typeof(DateTimeOffset) => ColumnKind.Offset,
        _ when type == typeof(byte[]) => ColumnKind.Bytes,
        _ => ColumnKind.Text,
    };
}
