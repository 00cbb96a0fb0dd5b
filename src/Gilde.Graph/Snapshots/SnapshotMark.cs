namespace Gilde.Graph;

/// <summary>Up to where a snapshot knows the log that feeds the graph; kept for the caller, of no meaning to the graph.</summary>
/// <param name="Source">Which log it is; a snapshot of another is not to be used.</param>
/// <param name="Position">Up to where.</param>
/// <param name="SubPosition">Up to where within equal positions.</param>
public readonly record struct SnapshotMark(long Source, long Position, long SubPosition);
