using Gilde.Graph;
using Gilde.Web.Events;

namespace Gilde.Web.Introductions;

/// <summary>
/// The graph as a file in the data folder, so that a start need not read the whole database: the graph as it stood, and up to where in the log that was. What
/// came after is looked up again. A file that is damaged, of another database or too old is not used.
/// </summary>
public sealed class GraphSnapshots(Settings settings, IServiceScopeFactory scopes, ILogger<GraphSnapshots> log)
{
    private const int Batch = 1_000, MostBatches = 50;

    private string File => Path.Combine(settings.DataFolder, "graph.snapshot");

    /// <summary>The graph with everything that has happened up to the place told; null if it has to be read from the database.</summary>
    internal async Task<(ContactGraph Graph, LogPlace Place)?> Open(CancellationToken stop)
    {
        var opening = ContactGraph.Open(File);
        if (opening.Outcome == SnapshotOutcome.Missing) return null;
        if (!opening.IsOpened)
        {
            log.LogWarning("The graph's file cannot be used ({Outcome}); reading the database", opening.Outcome);
            return null;
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GildeDb>();
        var place = new LogPlace(opening.Mark.Position, opening.Mark.SubPosition);
        if (await MarkOf(db, place, stop) != opening.Mark) return null;
        return await Follow(db, opening.Graph, place, stop) is { } now ? (opening.Graph, now) : null;
    }

    /// <summary>Null if so much has happened that reading everything is quicker.</summary>
    private static async Task<LogPlace?> Follow(GildeDb db, ContactGraph graph, LogPlace place, CancellationToken stop)
    {
        for (var read = 0; read < MostBatches; read++)
        {
            var batch = await db.After(place, await db.Settled(stop)).Take(Batch).ToListAsync(stop);
            if (batch.Count == 0) return place;
            var changes = GraphChanges.Of(batch);
            if (changes.Everything) return null;
            await GraphRows.ReadAgain(db, graph, changes, stop);
            place = LogPlace.Of(batch[^1]);
        }
        return null;
    }

    /// <summary>Writes the graph, which knows the log up to a place at least.</summary>
    internal async Task Save(ContactGraph graph, LogPlace place)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await MarkOf(scope.ServiceProvider.GetRequiredService<GildeDb>(), place, default) is not { } mark) return;
            await Task.Run(() => graph.Save(File, mark));
        }
        catch (Exception error)
        {
            log.LogError(error, "Could not write the graph's file; the next start reads the database");
        }
    }

    // An event is known by its place and its moment: a log put back to an older state and gone on from there has another.
    private static async Task<SnapshotMark?> MarkOf(GildeDb db, LogPlace place, CancellationToken stop) =>
        (await db.GraphPlace(place).ToListAsync(stop)) is [var at] ? new SnapshotMark(at.ToUnixTimeTicks(), place.Transaction, place.EventId) : null;
}
