using System.Net;

namespace Gilde.Web.Accounts;

/// <summary>
/// Growing pauses after tries in vain, per e-mail address or account and per network address; unknown addresses are counted like known ones.
/// A try is counted before the password is looked at, so that many at once gain nothing.
/// </summary>
public sealed class Door(GildeDb db, IClock clock, Settings settings)
{
    private static readonly Duration Forgotten = Duration.FromHours(12);
    private static readonly Duration FirstPause = Duration.FromSeconds(30);
    private static readonly Duration LongestPause = Duration.FromMinutes(15);

    /// <summary>Counts a try. Null: go on; else how long the door stays shut.</summary>
    public Task<Duration?> Knock(params DoorKey[] keys) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        var counters = await Counters(keys, now);
        var wait = counters.Where(c => c.Key.Failures > 0 && c.Key.OpenAt > now).Select(c => c.Key.OpenAt - now).DefaultIfEmpty(Duration.Zero).Max();
        if (wait > Duration.Zero) return wait;
        foreach (var (counter, key) in counters)
        {
            counter.Failures++;
            counter.LastAt = now;
            counter.OpenAt = now + Pause(counter.Failures - (key.IsShared ? settings.DoorPerMinute * 2 : key.Free));
        }
        await db.SaveChangesAsync();
        return (Duration?)null;
    });

    /// <summary>The try was right: forgets what was counted for the account, and this one try for the network address.</summary>
    public Task Open(params DoorKey[] keys) => db.Alone(async () =>
    {
        foreach (var (counter, key) in await Counters(keys, clock.GetCurrentInstant()))
        {
            counter.Failures = key.IsShared ? Math.Max(0, counter.Failures - 1) : 0;
            counter.OpenAt = clock.GetCurrentInstant();
        }
        await db.SaveChangesAsync();
        return 0;
    });

    private async Task<List<(DoorCounter Key, DoorKey Of)>> Counters(DoorKey[] keys, Instant now)
    {
        var names = keys.Select(k => k.Name).ToList();
        var known = await db.DoorCounters.Where(c => names.Contains(c.Key)).ToDictionaryAsync(c => c.Key);
        var counters = new List<(DoorCounter, DoorKey)>();
        foreach (var key in keys)
        {
            if (!known.TryGetValue(key.Name, out var counter)) counter = db.Add(new DoorCounter { Key = key.Name, LastAt = now, OpenAt = now }).Entity;
            if (counter.LastAt + Forgotten < now) counter.Failures = 0;
            counters.Add((counter, key));
        }
        return counters;
    }

    private static Duration Pause(int over) =>
        over < 0 ? Duration.Zero : Duration.Min(LongestPause, FirstPause * (1L << Math.Min(over, 10)));
}

/// <summary>What somebody knocks with, hashed; after <see cref="Free"/> tries the pauses begin.</summary>
public sealed record DoorKey(string Name, int Free, bool IsShared = false)
{
    public static DoorKey SignIn(EmailAddress email) => new("signin:" + Hash(email.Key), 5);
    /// <summary>A browser that has signed in to the account before keeps its own count: strangers cannot shut its owner out.</summary>
    public static DoorKey KnownDevice(long accountId) => new($"device:{accountId}", 5);
    public static DoorKey SecondFactor(long accountId) => new($"second:{accountId}", 5);
    public static DoorKey Password(long accountId) => new($"password:{accountId}", 5);
    public static DoorKey Confirmation(long linkId) => new($"confirm:{linkId}", 5);
    /// <summary>Mails that strangers can have sent to one address.</summary>
    public static DoorKey Mail(EmailAddress email) => new("mail:" + Hash(email.Key), 4);
    /// <summary>Many people may sit behind one network address: twice what is allowed a minute is free.</summary>
    public static DoorKey Network(Caller caller) => new("network:" + Hash(AddressBlock.Of(IPAddress.TryParse(caller.Address, out var address) ? address : null)), 0, IsShared: true);

    private static string Hash(string text) => Convert.ToHexStringLower(Sessions.Hash(text))[..40];
}
