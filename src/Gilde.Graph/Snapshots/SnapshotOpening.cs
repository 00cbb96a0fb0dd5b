using System.Diagnostics.CodeAnalysis;

namespace Gilde.Graph;

/// <summary>How opening a snapshot went.</summary>
public enum SnapshotOutcome
{
    /// <summary>The graph is ready.</summary>
    Opened,

    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>It was written by another version of the format, or is no snapshot at all.</summary>
    OtherFormat,

    /// <summary>It is cut off, or some of it is not what was written.</summary>
    Damaged,
}

/// <summary>What came of opening a snapshot.</summary>
/// <param name="Outcome">Whether there is a graph, and why not.</param>
/// <param name="Graph">The graph where <paramref name="Outcome"/> is <see cref="SnapshotOutcome.Opened"/>, otherwise null.</param>
/// <param name="Mark">What was noted at writing.</param>
public sealed record SnapshotOpening(SnapshotOutcome Outcome, ContactGraph? Graph, SnapshotMark Mark)
{
    /// <summary>Whether there is a graph.</summary>
    [MemberNotNullWhen(true, nameof(Graph))]
    public bool IsOpened => Outcome == SnapshotOutcome.Opened;
}

/// <summary>Contacts of a snapshot that was opened turned out not to be what was written. The graph is of no more use.</summary>
/// <param name="message">What is wrong.</param>
public sealed class SnapshotDamagedException(string message) : IOException(message);
