using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Gilde.Web.Formats;

/// <summary>
/// Writes CSV that a spreadsheet shows and does not run: a cell that would start a formula gets an apostrophe
/// in front. UTF-8 with a byte order mark, which spreadsheets need to see umlauts.
/// </summary>
public sealed class SafeCsv : IAsyncDisposable
{
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The ASCII starts of a formula, their full-width twins, and the white space that some programs skip before them.</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private readonly CsvWriter _csv;

    public SafeCsv(Stream output) =>
        _csv = new CsvWriter(
            new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });

    /// <summary>The text as a cell that is no formula.</summary>
    public static string Neutralise(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;

    public Task WriteAsync(params IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            _csv.WriteField(Neutralise(cell ?? ""));
        return _csv.NextRecordAsync();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
