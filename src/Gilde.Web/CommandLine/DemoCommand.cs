using System.CommandLine;
using Gilde.Web.Demo;

namespace Gilde.Web.CommandLine;

/// <summary><c>gilde demo</c>: fills an empty database with an invented trade.</summary>
internal static class DemoCommand
{
    private static readonly Option<ulong> Seed = new("--seed") { Description = "Other people for another number; the same for the same", DefaultValueFactory = _ => DemoNetwork.DefaultSeed };
    private static readonly Option<int> People = new("--people") { Description = "How many people, 50 to 20000", DefaultValueFactory = _ => DemoNetwork.DefaultPeople };

    public static Command Build()
    {
        var command = new Command("demo", "Fill an empty database with an invented wire-and-tube trade to look at. Every page says that it is invented.") { Seed, People };
        People.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 50 or > 20_000) result.AddError("--people must be from 50 to 20000.");
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var settings = Commands.SettingsOf(parsed);
        await Server.Prepare(settings, stop);
        await using var db = DataSetup.Open(settings);
        var fill = new FillDemo(db, new MicrosecondClock());
        var outcome = await fill.Look(stop) ?? await ProgressBars.Show(progress => fill.Execute(progress, parsed.GetValue(Seed), parsed.GetValue(People), stop));
        return outcome switch
        {
            DemoOutcome.Filled => Greet("The demo network is ready."),
            DemoOutcome.AlreadyFilled => Greet("The demo network was there already; nothing changed."),
            DemoOutcome.HoldsRealNetwork => Refuse(),
        };
    }

    private static int Greet(string what)
    {
        Console.WriteLine(what);
        Console.WriteLine($"Sign in as   {FillDemo.MemberEmail}       password {FillDemo.Password}");
        Console.WriteLine($"or operator  {FillDemo.OperatorEmail}   password {FillDemo.Password}");
        return 0;
    }

    private static int Refuse()
    {
        Console.Error.WriteLine("This database holds a network already. The demo network needs an empty one: give another --data folder or --db.");
        return 1;
    }
}
