using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Gilde.Web.Formats;

/// <summary>
/// A table in a CSV file, read row by row: finds the header below any preamble, tells comma, semicolon and tab
/// apart, knows columns by name in any order and case, and knows at which line of the file a row starts.
/// </summary>
public sealed class CsvTable : IDisposable
{
    /// <summary>How far into the file the header is looked for.</summary>
    private const int Preamble = 16 * 1024;

    /// <summary>A longer cell is a quote that was never closed.</summary>
    private const int MaxCell = 1024 * 1024;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    private CsvTable(string file, CsvParser parser) => (File, _parser) = (file, parser);

    public string File { get; }

    public IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>Null when no row near the start is one that <paramref name="isHeader"/> takes for the header.</summary>
    public static CsvTable? Open(Stream stream, string file, Predicate<IReadOnlyCollection<string>> isHeader)
    {
        var text = new StreamReader(stream, LenientUtf8.Encoding);
        var start = ReadStart(text);
        if (HeaderDelimiter(start, isHeader) is not { } delimiter)
        {
            text.Dispose();
            return null;
        }
        var parser = new CsvParser(new PrefixedReader(start, text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            BadDataFound = null,
            IgnoreBlankLines = false,
            MaxFieldSize = MaxCell,
        });
        var table = new CsvTable(file, parser);
        return table.ReadHeader(isHeader) ? table : null;
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>All rows that hold anything. A cell without an end is a problem and ends the table.</summary>
    public IEnumerable<CsvRow> Rows(ProblemList problems, long limit)
    {
        for (var count = 0L; ;)
        {
            var line = _parser.RawRow + 1L;
            if (!Read(line, problems))
                yield break;
            if (IsBlank())
                continue;
            if (++count > limit)
            {
                problems.Add(File, line, "The file has more than {0} rows. The rest was left out.", limit.ToString(CultureInfo.InvariantCulture));
                yield break;
            }
            yield return new CsvRow(this, line);
        }
    }

    public void Dispose() => _parser.Dispose();

    internal string Cell(string column) =>
        _columns.TryGetValue(column, out var index) && index < _parser.Count ? _parser[index].Trim() : "";

    private static string ReadStart(StreamReader text)
    {
        var buffer = new char[Preamble];
        return new string(buffer, 0, text.ReadBlock(buffer, 0, buffer.Length));
    }

    private static char? HeaderDelimiter(string start, Predicate<IReadOnlyCollection<string>> isHeader)
    {
        foreach (var line in start.Split('\n'))
            foreach (var delimiter in Delimiters)
                if (isHeader(Names(line.Split(delimiter))))
                    return delimiter;
        return null;
    }

    private bool ReadHeader(Predicate<IReadOnlyCollection<string>> isHeader)
    {
        while (_parser.RawRow < Preamble && _parser.Read())
        {
            var names = (_parser.Record ?? []).Select(Name).ToArray();
            if (!isHeader(Names(names)))
                continue;
            for (var i = 0; i < names.Length; i++)
                _columns.TryAdd(names[i], i);
            return true;
        }
        return false;
    }

    private static HashSet<string> Names(IEnumerable<string> cells) => new(cells.Select(Name), StringComparer.OrdinalIgnoreCase);

    private static string Name(string cell) => cell.Trim().Trim('"', '\uFEFF').Trim();

    private bool Read(long line, ProblemList problems)
    {
        try
        {
            return _parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            problems.Add(File, line, "A cell never ends: a quotation mark is missing. The rest of the file was left out.");
            return false;
        }
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _parser.Count; i++)
            if (!string.IsNullOrWhiteSpace(_parser[i]))
                return false;
        return true;
    }
}
