using System.Collections.Concurrent;

namespace Gilde.Web.Web;

/// <summary>What this process still reads in before it can answer everything; <c>/readyz</c> says no until nothing is left.</summary>
public sealed class Readiness
{
    private readonly ConcurrentDictionary<string, bool> awaited = new();

    public void Await(string what) => awaited[what] = true;

    public void Reached(string what) => awaited.TryRemove(what, out _);

    /// <summary>One of the things that are missing, or null.</summary>
    public string? Missing => awaited.Keys.FirstOrDefault();
}
