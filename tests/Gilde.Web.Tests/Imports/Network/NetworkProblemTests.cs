using Gilde.Web.CommandLine;

namespace Gilde.Web.Tests.Imports.Network;

/// <summary>One wrong row and nothing comes in; every wrong row is named.</summary>
public class NetworkProblemTests
{
    private const string WrongMembers = """
        id,name,email,country,joined,language
        1,Anna,anna@a.example,,,
        1,Ben,ben@a.example,,,
        2,Cem,ANNA@a.example,,,
        3,,cem@a.example,,,
        4,Dana,dana,,,
        5,Eva,eva@a.example,Germany,gestern,fr
        ,Fritz,fritz@a.example,,2999-01-01,
        """;

    [Theory, BothDatabases]
    public async Task Every_wrong_row_is_named_and_nothing_comes_in(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var folder = NetworkFiles.Folder(WrongMembers, "a,b,since\n1,9,\n2,2,\n8,9,", "from,to,at\n1,2,\n1,7,2024-01-01\n1,2,2024-13-01");
        var before = await NetworkFiles.Dump(settings);

        var result = await NetworkFiles.Import(settings, folder);

        Assert.Null(result.Imported);
        Assert.Equal(
            [
                "contacts.csv:2: “9” is not in members.csv.",
                "contacts.csv:3: “2” is named on both sides.",
                "contacts.csv:4: “8” is not in members.csv.",
                "exchanges.csv:2: at is missing.",
                "exchanges.csv:3: “7” is not in members.csv.",
                "exchanges.csv:4: “2024-13-01” is not a time: write 2024-05-06T07:08:09Z.",
                "members.csv:3: “1” is the id of row 2 already.",
                "members.csv:4: The e-mail address of “2” is that of row 2 already.",
                "members.csv:5: name is missing.",
                "members.csv:6: “dana” is not an e-mail address.",
                "members.csv:7: “GERMANY” is not a country code of two letters.",
                "members.csv:7: “fr” is not a language: write de or en.",
                "members.csv:7: “gestern” is not a time: write 2024-05-06T07:08:09Z.",
                "members.csv:8: 2999-01-01 lies in the future.",
                "members.csv:8: id is missing.",
            ],
            result.Problems.Select(p => p.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(before, await NetworkFiles.Dump(settings));
    }

    [Theory]
    [InlineData(null, "members.csv:0: The file is missing.")]
    [InlineData("", "members.csv:1: The file has no header with name, email.")]
    [InlineData("name,phone\nAnna,1", "members.csv:1: The file has no header with email.")]
    [InlineData("PK\u0003\u0004\0\0\0", "members.csv:1: The file has no header with name, email.")]
    public async Task A_file_of_something_else_is_refused(string? members, string problem)
    {
        var result = await NetworkFiles.Import(await Databases.New(DatabaseKind.Sqlite), NetworkFiles.Folder(members, null, null));

        Assert.Equal(problem, Assert.Single(result.Problems).ToString());
    }

    [Fact]
    public async Task A_quote_that_never_closes_is_refused()
    {
        var folder = NetworkFiles.Folder($"name,email\n\"Anna,{new string('x', 2_000_000)}", null, null);

        var result = await NetworkFiles.Import(await Databases.New(DatabaseKind.Sqlite), folder);

        Assert.Equal("A cell never ends: a quotation mark is missing. The rest of the file was left out.", Assert.Single(result.Problems).Message);
    }

    [Theory, BothDatabases]
    public async Task The_command_writes_a_report_and_fails(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var report = Path.Combine(settings.DataFolder, "report.csv");

        var wrong = await Run(settings, NetworkFiles.Folder(WrongMembers, null, null), report);
        var right = await Run(settings, NetworkFiles.Folder(), report + "2");

        Assert.Equal((1, 0), (wrong, right));
        var lines = await File.ReadAllLinesAsync(report);
        Assert.Equal("file,row,problem", lines[0].TrimStart('\uFEFF'));
        Assert.Contains("members.csv,5,name is missing.", lines);
        Assert.False(File.Exists(report + "2"));
    }

    private static Task<int> Run(Settings settings, string folder, string report) =>
        Commands.Run(["import", "network", folder, "--report", report, "--data", settings.DataFolder, "--db", settings.Database]);
}
