using System.Diagnostics;

namespace Gilde.Graph.Bench;

/// <summary>How many a second: by the time that the thread was on a core, and by the clock. On a machine with nothing else to do the two are the same.</summary>
readonly record struct Pace(double OnCore, double ByClock)
{
    public static Pace Of(long count, long began, double onCoreBefore) =>
        new(count * 1000 / (ThreadTime.Milliseconds - onCoreBefore), count / Stopwatch.GetElapsedTime(began).TotalSeconds);

    public static Pace Max(Pace one, Pace other) => new(Math.Max(one.OnCore, other.OnCore), Math.Max(one.ByClock, other.ByClock));
}
