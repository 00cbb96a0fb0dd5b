using Gilde.Web.Data;
using Gilde.Web.Events;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Talk.Bench;

/// <summary>How far what follows from an event lags behind it, in milliseconds.</summary>
/// <param name="PerSecond">Posts published a second while it was watched.</param>
internal sealed record Lag(double PerSecond, double P50, double P99, double Most, string Slowest);

/// <summary>
/// Looks again and again at what the readers of the event log and the jobs that they leave have still to do. The lag of a moment is the age of the oldest event
/// that some reader has not handled, or of the oldest job that is due: at that moment every effect of what is older is done.
/// </summary>
internal sealed class WatchEffects(GildeDb db, IClock clock)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    public async Task<Lag> Execute(Duration time)
    {
        var (begin, posts) = (clock.GetCurrentInstant(), await db.Posts.CountAsync(p => p.PublishedAt > clock.GetCurrentInstant() - Duration.FromHours(1)));
        var lags = new List<(double Ms, string What)>();
        while (clock.GetCurrentInstant() < begin + time)
        {
            lags.Add(await Now());
            await Task.Delay(Step);
        }
        var made = await db.Posts.CountAsync(p => p.PublishedAt > begin);
        var sorted = lags.Order().ToList();
        return new(made / time.TotalSeconds, sorted[sorted.Count / 2].Ms, sorted[(int)(sorted.Count * 0.99)].Ms, sorted[^1].Ms, sorted[^1].What);
    }

    private async Task<(double Ms, string What)> Now()
    {
        var positions = await db.EventPositions.AsNoTracking().ToListAsync();
        var waiting = new List<(Instant At, string What)>();
        foreach (var p in positions)
            if (await db.Events.Where(e => e.Transaction > p.Transaction || (e.Transaction == p.Transaction && e.Id > p.EventId)).OrderBy(e => e.Transaction).ThenBy(e => e.Id).Select(e => (Instant?)e.At).FirstOrDefaultAsync() is { } at)
                waiting.Add((at, p.Reader));
        var now = clock.GetCurrentInstant();
        if (await db.Jobs.Where(j => j.ParkedAt == null && j.DueAt <= now).OrderBy(j => j.DueAt).Select(j => (Instant?)j.DueAt).FirstOrDefaultAsync() is { } due) waiting.Add((due, "jobs"));
        return waiting.Count == 0 ? (0, "") : waiting.Select(w => (Math.Max(0, (now - w.At).TotalMilliseconds), w.What)).Max();
    }
}
