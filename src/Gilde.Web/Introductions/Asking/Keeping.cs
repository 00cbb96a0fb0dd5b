using Gilde.Web.Events;

namespace Gilde.Web.Introductions.Asking;

internal static class Keeping
{
    /// <summary>Notes that an introduction has arrived over each contact of its route.</summary>
    public static void Keep(this GildeDb db, IClock clock, Introduction introduction)
    {
        var now = clock.GetCurrentInstant();
        var on = introduction.Stops.ToDictionary(s => s.Place, s => s.MemberId);
        on[0] = introduction.RequesterId;
        foreach (var (place, member) in on.OrderBy(s => s.Key))
        {
            if (!on.TryGetValue(place + 1, out var next)) continue;
            var (low, high) = member < next ? (member, next) : (next, member);
            db.Add(new KeptIntroduction { LowId = low, HighId = high, IntroductionId = introduction.Id, KeptAt = now });
            db.Record(clock, EventKinds.IntroductionKept, low, high, introduction.Id);
        }
    }
}
