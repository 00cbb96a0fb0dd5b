using System.Runtime.InteropServices;

namespace Gilde.Graph.Bench;

/// <summary>How long this thread has been on a core.</summary>
static class ThreadTime
{
    const int ThreadClock = 3;

    struct Time
    {
        public long Seconds, Nanoseconds;
    }

    public static double Milliseconds
    {
        get
        {
            _ = GetTime(ThreadClock, out var time);
            return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    static extern int GetTime(int clock, out Time time);
}
