using Gilde.Web.Introductions;

namespace Gilde.Web.Demo;

/// <summary>Counts who wrote to whom on which day.</summary>
internal sealed class DemoExchanges
{
    private readonly Dictionary<(long From, long To, int Day), (int Count, Instant Last)> days = [];

    public void Add(long from, long to, Instant at)
    {
        var key = (from, to, Tie.DayOf(at));
        var (count, last) = days.GetValueOrDefault(key);
        days[key] = (count + 1, count == 0 ? at : Instant.Max(last, at));
    }

    public IEnumerable<Exchange> Rows() => days.OrderBy(d => d.Key)
        .Select(d => new Exchange { FromId = d.Key.From, ToId = d.Key.To, Day = d.Key.Day, Source = ExchangeSource.Gilde, Count = d.Value.Count, LastAt = d.Value.Last });
}
