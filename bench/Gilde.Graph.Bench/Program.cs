using Gilde.Graph.Bench;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var results = new Results();
switch (options.Command)
{
    case "generate": GraphFile.Make(options); break;
    case "run": QueryBench.Run(options, results); break;
    case "peers": await PeerBench.Run(options, results); break;
    case "updates": UpdateBench.Run(options, results); break;
    default: LimitBench.Run(options, results); break;
}
results.Print(options.Json);
return results.AllReached ? 0 : 1;
