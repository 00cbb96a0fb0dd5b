using Gilde.Web.Contacts;
using Gilde.Web.Data;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;
using Gilde.Web.Web;
using NodaTime;

namespace Gilde.Ties.Bench;

/// <summary>A ring of members, each in contact with the next ten, who wrote to each other on some days of the last year. The same for the same number of pairs.</summary>
internal static class MadeNetwork
{
    private const int Neighbours = 10, DaysOfAYear = 365;

    public static Task Fill(GildeDb db, long pairs, Instant now) => db.Atomically(async () =>
    {
        var members = (int)Math.Max(2 * Neighbours + 1, pairs / Neighbours);
        await db.Insert(Enumerable.Range(1, members).Select(n => new Member($"Person {n}", $"p{n}", Language.German, now) { ActiveSince = now }), firstId: 1);
        await db.Insert(Pairs(members).SelectMany(p => new Contact[] { new(p.Low, p.High, now), new(p.High, p.Low, now) }));
        await db.Insert(Pairs(members).SelectMany(p => Days(p, now)));
        await db.ContinueIds();
        return 0;
    });

    private static IEnumerable<(long Low, long High)> Pairs(int members) =>
        from low in Enumerable.Range(0, members)
        from step in Enumerable.Range(1, Neighbours)
        let high = (low + step) % members
        select (Math.Min(low, high) + 1L, Math.Max(low, high) + 1L);

    /// <summary>One to three days on which each wrote to the other.</summary>
    private static IEnumerable<Exchange> Days((long Low, long High) pair, Instant now)
    {
        var seed = unchecked((uint)((pair.Low * 2_654_435_761L) ^ (pair.High * 40_503L)));
        for (var i = 0; i <= seed % 3; i++)
        {
            var ago = (int)((seed / 7) + (uint)(i * 31)) % DaysOfAYear;
            yield return Row(pair.Low, pair.High, ago, now);
            yield return Row(pair.High, pair.Low, ago, now);
        }
    }

    private static Exchange Row(long from, long to, int ago, Instant now) =>
        new() { FromId = from, ToId = to, Day = Tie.DayOf(now) - ago, Source = ExchangeSource.Imported, Count = 1, LastAt = now - Duration.FromDays(ago) };
}
