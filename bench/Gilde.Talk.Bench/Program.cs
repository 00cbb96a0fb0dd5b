using System.Globalization;
using System.Text.Json;
using Gilde.Talk.Bench;
using Gilde.Web;
using Gilde.Web.Data;
using Spectre.Console;

// Fills an empty database with a made network that talks, and prints as JSON whom to look around as: bench/talk.mjs uses it.
if (args is not ["fill", var database, var people] || !int.TryParse(people, CultureInfo.InvariantCulture, out var members) || members < TalkNetwork.Fewest)
{
    Console.Error.WriteLine($"Usage: Gilde.Talk.Bench fill CONNECTION MEMBERS   (at least {TalkNetwork.Fewest} members)");
    return 2;
}
await using var db = DataSetup.Open(Settings.Load(new Dictionary<string, string?> { ["database"] = database }));
await Migrations.Run(db);
var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
var fill = new FillTalk(db, new TalkNetwork(members, new MicrosecondClock().GetCurrentInstant()));
var made = await console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
    .StartAsync(progress => fill.Execute(progress));
Console.WriteLine(JsonSerializer.Serialize(made, JsonSerializerOptions.Web));
return 0;
