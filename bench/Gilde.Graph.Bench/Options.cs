namespace Gilde.Graph.Bench;

/// <summary>What was asked for on the command line.</summary>
record Options(string Command, GraphSize Size, int Seed, string Folder, bool Json)
{
    public const string Usage = """
        Usage: bench/graph generate|run|peers|updates|limits [--size 100k|1m|10m] [--seed N] [--folder DIR] [--changes N] [--only NAME] [--json]

          generate   makes a seeded network and writes it as a snapshot (the others do so where it is missing)
          run        time to ready, bytes a contact, and every query
          peers      the same questions to PostgreSQL with a covering index, answers compared
          updates    changes a second, and what readers beside them lose
          limits     how fast this machine reads memory, and how near badges come to it
        """;

    /// <summary>Only queries whose name holds this.</summary>
    public string? Only { get; init; }

    public long Changes { get; init; } = 2_000_000;

    public string Snapshot => Path.Combine(Folder, $"{Size.Name}-{Seed}.snapshot");

    public static Options? Parse(string[] args)
    {
        if (args.Length == 0 || args[0] is not ("generate" or "run" or "peers" or "updates" or "limits")) return null;

        var options = new Options(args[0], GraphSize.Hundred, 1, Path.Combine(Path.GetTempPath(), "gilde-bench-graph"), args.Contains("--json"));
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--json") continue;
            if (i + 1 == args.Length) return null;
            var value = args[++i];
            var parsed = args[i - 1] switch
            {
                "--size" when GraphSize.Named(value) is { } size => options with { Size = size },
                "--seed" when int.TryParse(value, out var seed) => options with { Seed = seed },
                "--only" => options with { Only = value },
                "--folder" => options with { Folder = value },
                "--changes" when long.TryParse(value, out var changes) => options with { Changes = changes },
                _ => null,
            };
            if (parsed is null) return null;
            options = parsed;
        }
        return options;
    }
}

/// <summary>How large a network to make.</summary>
record GraphSize(string Name, int Members, long Contacts)
{
    public static readonly GraphSize Hundred = new("100k", 100_000, 2_500_000);

    static readonly GraphSize[] All = [Hundred, new("1m", 1_000_000, 49_000_000), new("10m", 10_000_000, 250_000_000)];

    public static GraphSize? Named(string name) => Array.Find(All, size => size.Name == name);
}
