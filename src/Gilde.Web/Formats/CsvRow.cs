namespace Gilde.Web.Formats;

/// <summary>The row on which a <see cref="CsvTable"/> stands. Valid until the next row is read.</summary>
/// <param name="Number">The line of the file at which the row starts, from 1.</param>
public readonly record struct CsvRow(CsvTable Table, long Number)
{
    /// <summary>The trimmed cell; empty when the row or the table has no such column.</summary>
    public string this[string column] => Table.Cell(column);

    /// <summary>The cell of the first of these columns that holds anything.</summary>
    public string First(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
            if (Table.Cell(column) is { Length: > 0 } cell)
                return cell;
        return "";
    }
}
