using Gilde.Graph;
using Gilde.Web.Introductions;
using NodaTime;

namespace Gilde.Web.Demo;

/// <summary>Counts who wrote to whom on which day and how strong that makes each tie, as if every message had been seen when it was sent.</summary>
internal sealed class DemoExchanges
{
    private readonly Dictionary<(long From, long To, int Day), (int Count, Instant Last)> days = [];

    public void Add(long from, long to, Instant at)
    {
        var key = (from, to, Day(at));
        var (count, last) = days.GetValueOrDefault(key);
        days[key] = (count + 1, count == 0 ? at : Instant.Max(last, at));
    }

    public IEnumerable<Exchange> Exchanges() => days.OrderBy(d => d.Key)
        .Select(d => new Exchange { FromId = d.Key.From, ToId = d.Key.To, Day = d.Key.Day, Source = ExchangeSource.Gilde, Count = d.Value.Count, LastAt = d.Value.Last });

    public IEnumerable<Tie> Ties(Func<long, long, int?> metOn, Instant now) => days.Keys.Select(k => (Low: Math.Min(k.From, k.To), High: Math.Max(k.From, k.To))).Distinct().Order()
        .GroupJoin(days, pair => pair, d => (Math.Min(d.Key.From, d.Key.To), Math.Max(d.Key.From, d.Key.To)), (pair, list) => Tie(pair.Low, pair.High, list.ToList(), metOn, now));

    private static Tie Tie(long low, long high, List<KeyValuePair<(long From, long To, int Day), (int Count, Instant Last)>> days, Func<long, long, int?> metOn, Instant now)
    {
        var forth = days.Where(d => d.Key.From == low).ToList();
        var back = days.Where(d => d.Key.From == high).ToList();
        var meetings = metOn(low, high) is { } day ? new ConfirmedMeetings(1, day) : ConfirmedMeetings.None;
        return new Tie
        {
            LowId = low, HighId = high, LowToHigh = forth.Sum(d => d.Value.Count), HighToLow = back.Sum(d => d.Value.Count),
            TurnDays = forth.Select(d => d.Key.Day).Intersect(back.Select(d => d.Key.Day)).Count(),
            LastLowToHigh = forth.Count > 0 ? forth.Max(d => d.Value.Last) : null, LastHighToLow = back.Count > 0 ? back.Max(d => d.Value.Last) : null,
            Strength = TieStrength.Of(Figures(forth), Figures(back), meetings, Day(now)),
        };
    }

    private static OneWayExchange Figures(List<KeyValuePair<(long From, long To, int Day), (int Count, Instant Last)>> days) =>
        days.Count == 0 ? OneWayExchange.None : new OneWayExchange(days.Sum(d => (long)d.Value.Count), days.Count, days.Max(d => d.Key.Day));

    public static int Day(Instant at) => (int)Math.Floor((at - NodaConstants.UnixEpoch).TotalDays);
}
