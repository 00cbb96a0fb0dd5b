namespace Gilde.Ties.Bench;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options(string Command)
{
    public const string Usage = """
        Usage: bench/ties [measure|fit|night] [--pairs N] [--db sqlite|postgres] [--json]

          measure   how well tie strength tells who goes on writing, beside count, recency and turn days (needs the CollegeMsg data)
          fit       the grid of the rule's figures, on the first 40 % of the same messages
          night     the nightly batch over a made network of N pairs (a million): time, and memory at each quarter
        """;

    public long Pairs { get; init; } = 1_000_000;
    public bool Postgres { get; init; }
    public bool Json { get; init; }

    public static Options? Parse(string[] args)
    {
        var options = new Options(args is [var command, ..] && !command.StartsWith('-') ? command : "measure");
        if (options.Command is not ("measure" or "fit" or "night")) return null;
        for (var i = args is [var first, ..] && !first.StartsWith('-') ? 1 : 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : "";
            var parsed = args[i] switch
            {
                "--json" => options with { Json = true },
                "--pairs" when long.TryParse(next, out var pairs) && pairs > 0 => options with { Pairs = pairs },
                "--db" when next is "sqlite" or "postgres" => options with { Postgres = next == "postgres" },
                _ => null,
            };
            if (parsed is null) return null;
            options = parsed;
            if (args[i] != "--json") i++;
        }
        return options;
    }
}
