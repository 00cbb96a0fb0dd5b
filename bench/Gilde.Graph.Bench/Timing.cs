using System.Diagnostics;

namespace Gilde.Graph.Bench;

/// <summary>How long each of many questions took, in milliseconds.</summary>
record Timing(double P50, double P99, double PerSecond)
{
    // Until the compiler has done its last pass over our code, and a peer has read what it will read again.
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    /// <summary>Of several passes over the same questions the quickest time of each.</summary>
    /// <param name="onCore">Whether to count the time that the thread was on a core, rather than that of the clock: what else runs on the machine then counts little.</param>
    public static Timing Best(int passes, int questions, bool onCore, Action<int> ask)
    {
        var best = Enumerable.Repeat(double.MaxValue, questions).ToArray();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < questions || Stopwatch.GetElapsedTime(began) < WarmUp; i++) ask(i % questions);
        for (var pass = 0; pass < passes; pass++)
        {
            for (var i = 0; i < questions; i++)
            {
                var from = Now(onCore);
                ask(i);
                best[i] = Math.Min(best[i], Now(onCore) - from);
            }
        }
        return Of(best);
    }

    static double Now(bool onCore) => onCore && OperatingSystem.IsLinux() ? ThreadTime.Milliseconds : Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;

    public static Timing Of(double[] times)
    {
        var sorted = times.Order().ToArray();
        return new(At(0.5), At(0.99), times.Length / times.Sum() * 1000);

        double At(double share) => sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(sorted.Length * share) - 1)];
    }
}
