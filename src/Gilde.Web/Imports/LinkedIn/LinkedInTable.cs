using Gilde.Web.Formats;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>A file of the archive: its name, by which columns its header is known, how many rows are taken.</summary>
internal sealed record LinkedInTable(string FileName, string[] Header, int MaxRows)
{
    public static readonly LinkedInTable Connections = new("Connections.csv", ["First Name", "Last Name", "Connected On"], 50_000);
    public static readonly LinkedInTable Messages = new("messages.csv", ["From", "To", "Date"], 1_000_000);
    public static readonly LinkedInTable Positions = new("Positions.csv", ["Company Name", "Title"], 200);
    public static readonly LinkedInTable Education = new("Education.csv", ["School Name"], 100);
    public static readonly LinkedInTable Profile = new("Profile.csv", ["First Name", "Last Name", "Headline"], 1);
    public static readonly LinkedInTable Languages = new("Languages.csv", ["Name", "Proficiency"], 100);
    public static readonly LinkedInTable Skills = new("Skills.csv", ["Name"], 500);

    /// <summary>The more telling headers first: a table of skills has but a name.</summary>
    public static readonly IReadOnlyList<LinkedInTable> All =
        [Profile, Positions, Education, Languages, Connections, Messages, Skills];

    /// <summary>Which table a single file is, by its header.</summary>
    public static LinkedInTable? Recognise(IReadOnlyCollection<string> columns) => All.FirstOrDefault(table => table.IsHeader(columns));

    /// <summary>A table of skills has one column alone; many others have a “Name” as well.</summary>
    public bool IsHeader(IReadOnlyCollection<string> columns) =>
        Header.All(name => columns.Contains(name, StringComparer.OrdinalIgnoreCase)) && (this != Skills || columns.Count == 1);
}
