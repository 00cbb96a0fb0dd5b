using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Notifications;

/// <summary>
/// Every few minutes: sends the digests that are due, each in a transaction of its own with the end of its turn. So a crash between two sends neither twice.
/// </summary>
public sealed class SendDigests(GildeDb db, IClock clock, NotificationLetters letters) : IJobHandler
{
    public const string JobKind = "digests";
    private const int AtATime = 100;

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        while (true)
        {
            var now = clock.GetCurrentInstant();
            var due = await db.DigestTurns.AsNoTracking().Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Take(AtATime).ToListAsync(stop);
            var failed = new List<Exception>();
            foreach (var turn in due) await Try(turn, now, failed, stop);
            if (failed.Count > 0) throw new AggregateException(failed);
            if (due.Count < AtATime) return;
        }
    }

    /// <summary>What goes wrong with one digest holds up none of the others.</summary>
    private async Task Try(DigestTurn turn, Instant now, List<Exception> failed, CancellationToken stop)
    {
        try
        {
            await db.Atomically(() => Send(turn, now, stop), stop);
        }
        catch (Exception error) when (!stop.IsCancellationRequested)
        {
            failed.Add(error);
        }
    }

    private async Task<int> Send(DigestTurn turn, Instant now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        // Whoever ends the turn sends the digest.
        if (await db.DigestTurns.Where(t => t.MemberId == turn.MemberId && t.Period == turn.Period && t.DueAt == turn.DueAt).ExecuteDeleteAsync(stop) == 0) return 0;
        if (await letters.Digest(turn, await Wishes.Load(db, [turn.MemberId], stop), stop) is not var (mail, ids)) return 0;
        await db.MarkMailed(ids, now, stop);
        db.Send(clock, mail, effectKey: $"digest:{turn.Period}:{turn.MemberId}:{turn.DueAt}");
        return await db.SaveChangesAsync(stop);
    }
}
