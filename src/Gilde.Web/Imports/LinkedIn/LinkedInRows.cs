using System.Text.RegularExpressions;
using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>One row of each table as what it says. Null when the row lacks what makes it one.</summary>
internal static partial class LinkedInRows
{
    private const int MaxWebsites = 20;

    public static LinkedInProfile? Profile(LinkedInCells cells) => new(
        cells.Line("First Name") ?? "",
        cells.Line("Last Name") ?? "",
        cells.Line("Headline"),
        cells.Block("Summary", 10_000),
        cells.Line("Industry"),
        cells.Line("Zip Code"),
        cells.Line("Geo Location") ?? cells.Line("Address"),
        cells.Date("Birth Date"),
        Websites(cells.Block("Websites", 10_000)));

    public static LinkedInPosition? Position(LinkedInCells cells)
    {
        var (company, title) = (cells.Line("Company Name"), cells.Line("Title"));
        if (company is null && title is null)
            return Nothing<LinkedInPosition>(cells, "The row names neither a company nor a title and was left out.");
        var (start, end) = cells.Span(cells.Date("Started On"), cells.Date("Finished On"));
        return new LinkedInPosition(company, title, cells.Block("Description", 4_000), cells.Line("Location"), start, end);
    }

    public static LinkedInEducation? Education(LinkedInCells cells)
    {
        if (cells.Line("School Name") is not { } school)
            return Nothing<LinkedInEducation>(cells, "The row names no school and was left out.");
        var (start, end) = cells.Span(cells.Date("Start Date", "Started On"), cells.Date("End Date", "Finished On"));
        return new LinkedInEducation(school, cells.Line("Degree Name"), cells.Block("Notes", 4_000), cells.Block("Activities", 4_000), start, end);
    }

    public static string? Skill(LinkedInCells cells) => cells.Line("Name");

    public static LinkedInLanguage? Language(LinkedInCells cells) =>
        cells.Line("Name") is { } name ? new LinkedInLanguage(name, cells.Line("Proficiency")) : null;

    public static LinkedInConnection? Connection(LinkedInCells cells)
    {
        var connection = new LinkedInConnection(
            cells.Line("First Name") ?? "",
            cells.Line("Last Name") ?? "",
            cells.WebAddress("URL"),
            cells.Email("Email Address"),
            cells.Line("Company"),
            cells.Line("Position"),
            cells.Date("Connected On"));
        return connection.Name.Length > 0
            ? connection
            : Nothing<LinkedInConnection>(cells, "The row names nobody and was left out.");
    }

    private static T? Nothing<T>(LinkedInCells cells, string message) where T : class
    {
        cells.Report(message);
        return null;
    }

    /// <summary>Written as <c>[PERSONAL:https://a.example,COMPANY:https://b.example]</c>.</summary>
    private static string[] Websites(string? cell) => cell is null
        ? []
        : [.. WebAddress().Matches(cell).Select(m => m.Value).Distinct().Take(MaxWebsites)];

    [GeneratedRegex(@"https?://[^\s,\]]+")]
    private static partial Regex WebAddress();
}
