using System.Threading.RateLimiting;

namespace Gilde.Web.Posts.Comments;

/// <summary>How many comments one member may write in a minute.</summary>
public sealed class CommentLimits(Settings settings) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<long> limiter = PartitionedRateLimiter.Create<long, long>(member => RateLimitPartition.GetSlidingWindowLimiter(member, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = settings.CommentsPerMinute, Window = Minute, SegmentsPerWindow = 6, QueueLimit = 0,
    }));

    /// <summary>Counts one more; how long to wait where that is too many.</summary>
    public Duration? Take(Viewer viewer)
    {
        using var lease = limiter.AttemptAcquire(viewer.Id);
        if (lease.IsAcquired) return null;
        return Duration.FromTimeSpan(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute);
    }

    public void Dispose() => limiter.Dispose();
}
