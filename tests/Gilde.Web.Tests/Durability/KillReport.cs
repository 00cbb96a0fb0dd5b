using System.Text.Json;

namespace Gilde.Web.Tests.Durability;

/// <summary>What bench/kill reads while the crash tests run: a line a kill for its progress bar, and what each test counted at its end.</summary>
internal static class KillReport
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GILDE_KILLS_REPORT");
    private static readonly Lock Gate = new();

    /// <summary>How often each test kills the server.</summary>
    public static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("GILDE_KILLS") ?? "4");

    public static void Killed() => Append("kills", "x");

    public static void Counted(string name, object counts)
    {
        var line = $"\"{name}\": {JsonSerializer.Serialize(counts)}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Append("counts", line);
    }

    private static void Append(string file, string line)
    {
        if (Folder is null) return;
        lock (Gate) File.AppendAllText(Path.Combine(Folder, file), line + "\n");
    }
}
