using System.Text;

namespace Gilde.Web.Data;

/// <summary>Tables, columns, keys and indexes in snake_case, so that SQL by hand needs no quotes on PostgreSQL.</summary>
public static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson() || entity.GetTableName() is not { } table) continue;
            entity.SetTableName(Name(table.Replace("AspNetUser", "Account", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties()) property.SetColumnName(Name(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Name($"pk_{entity.GetTableName()}_{string.Join('_', key.Properties.Select(p => p.Name))}"));
            foreach (var foreign in entity.GetForeignKeys()) foreign.SetConstraintName(Name($"fk_{entity.GetTableName()}_{string.Join('_', foreign.Properties.Select(p => p.Name))}"));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Name($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => p.Name))}"));
        }
    }

    public static string Name(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 8);
        for (var i = 0; i < pascal.Length; i++)
        {
            if (char.IsUpper(pascal[i]) && i > 0 && pascal[i - 1] != '_' && !char.IsUpper(pascal[i - 1])) text.Append('_');
            text.Append(char.ToLowerInvariant(pascal[i]));
        }
        return text.ToString();
    }
}
