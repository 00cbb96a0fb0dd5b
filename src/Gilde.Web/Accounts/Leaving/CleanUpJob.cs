using Gilde.Web.Groups.Files;
using Gilde.Web.Jobs;
using Gilde.Web.Moderation;
using Gilde.Web.Notifications;
using Gilde.Web.Pictures;
using Gilde.Web.Profiles;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>Every night: throws away what has served its time.</summary>
public sealed class CleanUpJob(GildeDb db, IClock clock, ExportFolder exports, SweepPictures pictures, SweepGroupFiles files) : IJobHandler
{
    public const string JobKind = "clean-up";
    private static readonly Duration ActivityKept = Duration.FromDays(365);
    private static readonly Duration UnconfirmedKept = Duration.FromDays(7);
    private static readonly Duration CountersKept = Duration.FromDays(2);

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(stop);
        // An invitation that brought somebody stays as long as both are there: the inviter sees who came.
        await db.MailLinks.Where(l => l.ExpiresAt < now && (l.UsedById == null || l.Purpose != LinkPurpose.Invitation)).ExecuteDeleteAsync(stop);
        await db.AccountActivities.Where(a => a.At < now - ActivityKept).ExecuteDeleteAsync(stop);
        await db.DoorCounters.Where(c => c.LastAt < now - CountersKept).ExecuteDeleteAsync(stop);
        await db.ExpiredDecisionLinks(now).ExecuteDeleteAsync(stop);
        await db.RemovedEntries.Where(r => r.At < now - RemovedEntry.Kept).ExecuteDeleteAsync(stop);
        await db.SecondFactors.Where(f => f.Since == null).ExecuteDeleteAsync(stop);
        await db.UnconfirmedSince(now - UnconfirmedKept).ExecuteDeleteAsync(stop);
        await db.OutdatedNotifications(now).ExecuteDeleteAsync(stop);
        await DropExports(now, stop);
        await pictures.Execute(stop);
        await files.Execute(stop);
    }

    private async Task DropExports(Instant now, CancellationToken stop)
    {
        await db.Exports.Where(e => e.ExpiresAt < now).ExecuteDeleteAsync(stop);
        foreach (var batch in exports.Older((now - Duration.FromDays(1)).ToDateTimeUtc()).Chunk(500))
        {
            var kept = await db.Exports.Where(e => batch.Contains(e.File)).Select(e => e.File).ToListAsync(stop);
            foreach (var name in batch.Except(kept)) exports.Delete(name);
        }
    }
}

/// <summary>Every hour: erases those whose week is over.</summary>
public sealed class ErasureJob(EraseDue due) : IJobHandler
{
    public const string JobKind = "erasures";

    public string Kind => JobKind;

    public Task Run(string payload, CancellationToken stop) => due.Execute(stop);
}
