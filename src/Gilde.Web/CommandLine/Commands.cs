using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;

namespace Gilde.Web.CommandLine;

/// <summary>The command line of Gilde; without a command it serves.</summary>
public static class Commands
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder for the embedded database, files and mail (default: data)", Recursive = true };
    public static readonly Option<string?> Database = new("--db") { Description = "sqlite:FILE or a PostgreSQL connection string", Recursive = true };
    public static readonly Option<string?> Port = new("--port") { Description = "Port to serve on (default: 5080)", Recursive = true };

    public static async Task<int> Run(string[] args)
    {
        var root = new Command("gilde", "Gilde, the professional network that a trade runs for itself. Without a command it serves.") { new HelpOption(), new VersionOption(), Data, Database, Port, Serve.Development };
        root.Add(MigrateCommand.Build());
        root.Add(DemoCommand.Build());
        root.Add(ImportCommand.Build());
        root.Add(MemberCommand.Build());
        root.Add(BackupCommand.Build());
        root.Add(RestoreCommand.Build());
        root.Add(CheckCommand.Build());
        root.SetAction(Serve.Run);
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (error is SettingsException or InvalidOperationException or DbException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    /// <summary>For commands that work on what is there: refuses where there is nothing, or something older or newer.</summary>
    public static async Task AssertCurrent(GildeDb db, CancellationToken stop)
    {
        var step = await Migrations.StepOf(db, stop);
        if (step == 0) throw new InvalidOperationException("There is no network here: check --data and --db.");
        if (step < Migrations.Steps[^1].Number) throw new InvalidOperationException("The database is older than this program: run gilde migrate first.");
        if (step > Migrations.Steps[^1].Number) throw new InvalidOperationException("The database is newer than this program: use the newer program.");
    }

    /// <summary>The settings with what the command line says.</summary>
    public static Settings SettingsOf(ParseResult parsed)
    {
        var options = new Dictionary<string, string?>();
        if (parsed.GetValue(Data) is { } data) options["data"] = data;
        if (parsed.GetValue(Database) is { } database) options["database"] = database;
        if (parsed.GetValue(Port) is { } port) options["port"] = port;
        return Settings.Load(options);
    }
}
