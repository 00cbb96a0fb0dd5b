using Gilde.Web.Events;
using Gilde.Web.Jobs;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Closes introductions whose time is over, forgets the names of the erased in them, and ends pauses. Pages go by the clock, so nobody sees whether this came a minute later.</summary>
public sealed class ExpireIntroductions(GildeDb db, IClock clock)
{
    private const int AtOnce = 200;

    public async Task Execute(CancellationToken stop = default)
    {
        while (await db.Alone(() => Batch(stop), stop) == AtOnce) db.ChangeTracker.Clear();
        await ForgetErased(stop);
        await db.Alone(() => EndPauses(stop), stop);
    }

    private async Task ForgetErased(CancellationToken stop)
    {
        var since = clock.GetCurrentInstant() - Introduction.NamesStand;
        await db.WithErasedTarget(since).ExecuteUpdateAsync(s => s.SetProperty(i => i.TargetName, ""), stop);
        await db.WithErasedFirst(since).ExecuteUpdateAsync(s => s.SetProperty(i => i.FirstName, ""), stop);
    }

    private async Task<int> Batch(CancellationToken stop)
    {
        var over = await db.Overdue(clock.GetCurrentInstant()).Take(AtOnce).ToListAsync(stop);
        var ids = over.Select(i => i.Id).ToList();
        await db.DropLetters(ids, stop);
        foreach (var introduction in over)
        {
            introduction.Expire();
            db.Record(clock, EventKinds.IntroductionExpired, actor: null, introduction.RequesterId, introduction.Id);
        }
        await db.SaveChangesAsync(stop);
        return over.Count;
    }

    private async Task<int> EndPauses(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var paused = await db.IntroductionChoices.Where(c => c.PausedUntil != null && c.PausedUntil <= now).ToListAsync(stop);
        foreach (var choice in paused)
        {
            choice.PausedUntil = null;
            db.Record(clock, EventKinds.MemberChanged, choice.MemberId, choice.MemberId);
        }
        return await db.SaveChangesAsync(stop);
    }
}

public sealed class ExpireIntroductionsJob(ExpireIntroductions expire) : IJobHandler
{
    public const string JobKind = "introductions.expire";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop) => expire.Execute(stop);
}
