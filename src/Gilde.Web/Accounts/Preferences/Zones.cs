using Gilde.Web.Web.Design;
using NodaTime.TimeZones;

namespace Gilde.Web.Accounts.Preferences;

/// <summary>The time zones of the tz database that places are named after, Europe first.</summary>
public static class Zones
{
    public static readonly IReadOnlyList<Option> All = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .Select(location => location.ZoneId).Distinct()
        .OrderBy(id => id.StartsWith("Europe/", StringComparison.Ordinal) ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal)
        .Append("UTC").Select(id => new Option(id, id.Replace('_', ' '))).ToList();
}
