using System.Globalization;
using System.Net.Mail;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>The cells of one row as what they mean. A cell that cannot be that is reported and left out.</summary>
internal readonly struct LinkedInCells(CsvRow row, ProblemList problems)
{
    private const int MaxLine = 200;

    public string? Line(string column, int max = MaxLine) => Limited(column, VisibleText.Line(row[column]), max);

    public string? Block(string column, int max) => Limited(column, VisibleText.Block(row[column]), max);

    public PartialDate? Date(params ReadOnlySpan<string> columns)
    {
        var text = row.First(columns);
        if (text.Length == 0)
            return null;
        if (LinkedInDate.TryParse(text, out var date))
            return date;
        Report("“{0}” is not a date.", Shown(text));
        return null;
    }

    /// <summary>Start and end in the right order, or the start alone.</summary>
    public (PartialDate? Start, PartialDate? End) Span(PartialDate? start, PartialDate? end)
    {
        if (start is null || end is null || !IsBefore(end, start))
            return (start, end);
        Report("The end {0} lies before the start {1} and was left out.", end.ToString(), start.ToString());
        return (start, null);
    }

    public string? Email(string column)
    {
        var text = VisibleText.Line(row[column]);
        if (text.Length == 0)
            return null;
        if (text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text)
            return text;
        Report("“{0}” is not an e-mail address.", Shown(text));
        return null;
    }

    public string? WebAddress(string column)
    {
        var text = Line(column, 500);
        return text is not null && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? text : null;
    }

    public void Report(string message, params string[] args) => problems.Add(row.Table.File, row.Number, message, args);

    /// <summary>Compares only what both know: March 2021 is not before 2021.</summary>
    private static bool IsBefore(PartialDate end, PartialDate start) =>
        end.Year < start.Year
        || (end.Year == start.Year && end.Month < start.Month)
        || (end.Year == start.Year && end.Month == start.Month && end.Day < start.Day);

    private string? Limited(string column, string text, int max)
    {
        if (text.Length <= max)
            return text.Length == 0 ? null : text;
        Report("{0} is longer than {1} characters and was left out.", column, max.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private static string Shown(string text) => text.Length <= 60 ? VisibleText.Line(text) : VisibleText.Line(VisibleText.Cut(text, 60)) + "…";
}
