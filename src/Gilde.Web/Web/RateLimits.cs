using System.Threading.RateLimiting;

namespace Gilde.Web.Web;

/// <summary>How often one member, or one address without a member, may use the costly or scrapable routes. All limits in one place.</summary>
public static class RateLimits
{
    /// <summary>Profiles and people search.</summary>
    public const string People = "people";
    /// <summary>Sign-in, sign-up, recovery: per address.</summary>
    public const string Door = "door";
    /// <summary>Uploads, imports, exports.</summary>
    public const string Heavy = "heavy";

    public static void AddRateLimits(this IServiceCollection services, Settings settings) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            context.HttpContext.RetryAfter(Duration.FromTimeSpan(wait));
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(People, http => PerMember(http, member: settings.PeoplePerMinute, stranger: settings.PeoplePerMinute / 4));
        options.AddPolicy(Door, http => PerMember(http, member: settings.DoorPerMinute, stranger: settings.DoorPerMinute));
        options.AddPolicy(Heavy, http => PerMember(http, member: 30, stranger: 5));
    });

    private static RateLimitPartition<string> PerMember(HttpContext http, int member, int stranger)
    {
        var viewer = http.Viewer();
        var (key, perMinute) = viewer.IsMember ? ($"m{viewer.Id}", member) : ("a" + AddressBlock.Of(http.Connection.RemoteIpAddress), stranger);
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            QueueLimit = 0,
        });
    }
}
