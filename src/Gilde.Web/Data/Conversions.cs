using Gilde.Web.Formats;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gilde.Web.Data;

/// <summary>SQLite: microseconds since 1970, so that times order and compare in SQL.</summary>
public sealed class InstantMicroseconds() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks() / 10,
    micros => Instant.FromUnixTimeTicks(micros * 10));

/// <summary>PostgreSQL: <c>timestamptz</c>.</summary>
public sealed class InstantTimestamp() : ValueConverter<Instant, DateTime>(
    instant => instant.ToDateTimeUtc(),
    time => Instant.FromDateTimeUtc(time));

public sealed class PartialDateText() : ValueConverter<PartialDate, string>(
    date => date.ToString(),
    text => PartialDate.Parse(text, null));

/// <summary>The system's clock in whole microseconds: what is stored is what was in memory.</summary>
public sealed class MicrosecondClock : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks() / 10 * 10);
}
