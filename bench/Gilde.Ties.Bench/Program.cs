using Gilde.Ties.Bench;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}
return options.Command switch
{
    "fit" => Prediction.Fit(options),
    "night" => await Night.Run(options),
    _ => Prediction.Measure(options),
};
