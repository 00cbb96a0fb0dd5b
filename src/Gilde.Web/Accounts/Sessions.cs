using System.Security.Cryptography;
using System.Text;
using Gilde.Web.Formats;
using Microsoft.Extensions.Caching.Memory;

namespace Gilde.Web.Accounts;

/// <summary>Starts, reads and ends sessions. A read is remembered for two seconds, so that a revoked session is dead everywhere within them.</summary>
public sealed class Sessions(IMemoryCache cache, IClock clock)
{
    public const string Cookie = "gilde_session";
    public static readonly Duration Lifetime = Duration.FromDays(60);
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(2);
    private static readonly Duration SeenStep = Duration.FromMinutes(10);

    /// <summary>Signs the member in on this device and sets the cookie.</summary>
    public async Task<Session> Start(GildeDb db, HttpContext http, long accountId, CancellationToken stop = default)
    {
        var caller = Caller.Of(http);
        var (token, session) = New(accountId, clock.GetCurrentInstant(), caller.Address, caller.Device);
        db.Add(session);
        await db.SaveChangesAsync(stop);
        http.Response.Cookies.Append(Cookie, token, CookieFor(http));
        return session;
    }

    public static (string Token, Session Session) New(long accountId, Instant now, string address, string device)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (token, new Session
        {
            AccountId = accountId,
            TokenHash = Hash(token),
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Lifetime,
            Address = VisibleText.Cut(address, 45),
            Device = VisibleText.Cut(device, 200),
        });
    }

    /// <summary>Who the request comes from, or null without a live session.</summary>
    public async ValueTask<SessionReading?> Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 64 } token) return null;
        if (cache.TryGetValue(CacheKey(token), out SessionReading? known)) return known;
        var db = http.RequestServices.GetRequiredService<GildeDb>();
        var reading = await Load(db, Hash(token), clock.GetCurrentInstant());
        cache.Set(CacheKey(token), reading, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Remember, Size = 1 });
        if (reading is not null && reading.SeenAt + SeenStep < clock.GetCurrentInstant()) await Touch(db, reading.SessionId);
        return reading;
    }

    public async Task End(GildeDb db, HttpContext http, long sessionId, CancellationToken stop = default)
    {
        await db.Sessions.Where(s => s.Id == sessionId).ExecuteDeleteAsync(stop);
        Forget(http);
        http.Response.Cookies.Delete(Cookie, CookieFor(http));
    }

    /// <summary>Drops what this process remembers of the request's own session, after something of it changed.</summary>
    public void Forget(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { } token) cache.Remove(CacheKey(token));
    }

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static readonly CompiledQuery<Func<GildeDb, byte[], Instant, Task<SessionReading?>>> Query = new(() => EF.CompileAsyncQuery((GildeDb db, byte[] hash, Instant now) =>
        (from s in db.Sessions
         join m in db.Members on s.AccountId equals m.Id
         where s.TokenHash == hash && s.ExpiresAt > now && m.ActiveSince != null && m.SuspendedAt == null
         select new SessionReading(s.Id, s.SeenAt, m.Id, m.Handle, m.Name, m.PictureId, m.Language, m.TimeZone, m.Theme, m.FeedOrder,
             db.RoleGrants.Any(g => g.MemberId == m.Id && g.Role == MemberRole.Moderator),
             db.RoleGrants.Any(g => g.MemberId == m.Id && g.Role == MemberRole.Operator))).FirstOrDefault()));

    private static Task<SessionReading?> Load(GildeDb db, byte[] hash, Instant now) => Query.For(db)(db, hash, now);

    private Task Touch(GildeDb db, long sessionId)
    {
        var now = clock.GetCurrentInstant();
        return db.Sessions.Where(s => s.Id == sessionId)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, now + Lifetime));
    }

    private static CookieOptions CookieFor(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = Lifetime.ToTimeSpan(),
        IsEssential = true,
    };

    private static string CacheKey(string token) => "session:" + token;
}

public sealed record SessionReading(
    long SessionId, Instant SeenAt, long MemberId, string Handle, string Name, long? PictureId, Language Language, string TimeZone, Theme Theme, Profiles.FeedOrder FeedOrder, bool IsModerator, bool IsOperator);
