using Microsoft.EntityFrameworkCore.Metadata;

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
    private static readonly Dictionary<Type, ColumnKind> Kinds = new()
    {
        [typeof(string)] = ColumnKind.Text, [typeof(long)] = ColumnKind.Long, [typeof(int)] = ColumnKind.Int, [typeof(short)] = ColumnKind.Short, [typeof(byte)] = ColumnKind.Short,
        [typeof(double)] = ColumnKind.Real, [typeof(bool)] = ColumnKind.Flag, [typeof(byte[])] = ColumnKind.Bytes,
    };

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
        return new ModelColumn(column.Name, property is null ? ColumnKind.Json : KindOf(property), column.IsNullable, property);
    }

    private static ColumnKind KindOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(Instant)) return ColumnKind.Moment;
        if (type == typeof(DateTimeOffset)) return ColumnKind.Offset;
        return Kinds.TryGetValue(type, out var kind) || Kinds.TryGetValue(property.GetTypeMapping().Converter?.ProviderClrType ?? type, out kind)
            ? kind
            : throw new InvalidOperationException($"No kind of column is known for {property.DeclaringType.DisplayName()}.{property.Name}.");
    }
}
