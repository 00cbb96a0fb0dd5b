using System.Globalization;
using System.Text.Json;
using Gilde.Talk.Bench;
using Gilde.Web;
using Gilde.Web.Data;
using NodaTime;
using Spectre.Console;

// Fills an empty database with a made network that talks, or watches how far the effects of what is said lag behind: bench/talk.mjs uses it. Prints JSON.
if (args is not ["fill" or "watch", var database, var amount] || !int.TryParse(amount, CultureInfo.InvariantCulture, out var number) || (args[0] == "fill" && number < TalkNetwork.Fewest))
{
    Console.Error.WriteLine($"Usage: Gilde.Talk.Bench fill CONNECTION MEMBERS   (at least {TalkNetwork.Fewest} members)\n       Gilde.Talk.Bench watch CONNECTION SECONDS");
    return 2;
}
// Ten million rows are checked against their members and posts at once: longer than a server may take for an answer.
var patient = database.StartsWith("sqlite:", StringComparison.Ordinal) ? database : database + ";Command Timeout=3600";
await using var db = DataSetup.Open(Settings.Load(new Dictionary<string, string?> { ["database"] = patient }));
var clock = new MicrosecondClock();
object made = args[0] == "fill" ? await Fill() : await new WatchEffects(db, clock).Execute(Duration.FromSeconds(number));
Console.WriteLine(JsonSerializer.Serialize(made, JsonSerializerOptions.Web));
return 0;

async Task<MadeTalk> Fill()
{
    await Migrations.Run(db);
    var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    var fill = new FillTalk(db, new TalkNetwork(number, clock.GetCurrentInstant()));
    return await console.Progress().Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(progress => fill.Execute(progress));
}
