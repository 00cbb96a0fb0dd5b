using System.Globalization;
using Gilde.Web.Events;

namespace Gilde.Web.Web.Live;

/// <summary>A place in the event log as pages and streams write it: <c>transaction-event</c>.</summary>
public static class LivePlace
{
    public static string Text(this LogPlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Transaction}-{place.EventId}");

    public static LogPlace? Parse(string? text) =>
        text?.Split('-') is [var transaction, var id] && long.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var e)
            ? new(t, e)
            : null;
}
