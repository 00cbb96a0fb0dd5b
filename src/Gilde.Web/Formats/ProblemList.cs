using System.Collections;

namespace Gilde.Web.Formats;

/// <summary>Problems in the order found. It counts all and keeps the first, so that a hostile file cannot fill the memory.</summary>
public sealed class ProblemList(int keep = 1_000) : IReadOnlyCollection<RowProblem>
{
    private readonly List<RowProblem> _kept = [];

    /// <summary>How many are kept; <see cref="Total"/> counts those left out as well.</summary>
    public int Count => _kept.Count;

    public long Total { get; private set; }

    public void Add(string file, long row, string message, params string[] args)
    {
        Total++;
        if (_kept.Count < keep)
            _kept.Add(new RowProblem(file, row, message, args));
    }

    public IEnumerator<RowProblem> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
