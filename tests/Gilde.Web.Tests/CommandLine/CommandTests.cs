using Gilde.Web.Demo;

namespace Gilde.Web.Tests.CommandLine;

public class CommandTests
{
    [Fact]
    public async Task Every_command_explains_itself()
    {
        var all = (await Cli.Run("--help")).Succeeded().Output;
        foreach (var command in new[] { "migrate", "demo", "import", "member", "backup", "restore", "check" })
        {
            Assert.Contains(command, all);
            var help = (await Cli.Run(command, "--help")).Succeeded();
            Assert.True(help.Output.Contains("Usage:") && help.Output.Length > 200, help.Output);
        }
    }

    [Fact]
    public async Task What_is_not_understood_fails()
    {
        (await Cli.Run("backpu")).Failed();
        (await Cli.Run("backup")).Failed();
        Assert.Contains("people", (await Cli.Run("demo", "--people", "3")).Failed().Error);
    }

    [Theory, BothDatabases]
    public async Task Migrate_fills_an_empty_database_once(DatabaseKind kind)
    {
        var settings = await Databases.New(kind, empty: true);
        Assert.Contains("foundation", (await Cli.Run(settings, "migrate")).Succeeded().Output);
        Assert.Contains("Nothing to do", (await Cli.Run(settings, "migrate")).Succeeded().Output);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_in_a_sentence()
    {
        var settings = Settings.Load(new Dictionary<string, string?> { ["data"] = Databases.NewFolder() });
        foreach (var command in new[] { new[] { "check" }, ["backup", "x.zip"] })
            Assert.Contains("There is no network here", (await Cli.Run(settings, command)).Failed().Error);
        var unreachable = settings with { Database = "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2" };
        var failed = (await Cli.Run(unreachable, "migrate")).Failed();
        Assert.DoesNotContain("   at ", failed.Error);
    }

    [Theory, BothDatabases]
    public async Task Demo_prints_whom_to_sign_in_as_also_the_second_time(DatabaseKind kind)
    {
        var settings = await Databases.New(kind, empty: true);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var printed = (await Cli.Run(settings, "demo", "--people", "80")).Succeeded().Output;
            Assert.Contains(FillDemo.MemberEmail, printed);
            Assert.Contains(FillDemo.Password, printed);
        }
        Assert.Contains("rules hold", (await Cli.Run(settings, "check")).Succeeded().Output);
    }
}
