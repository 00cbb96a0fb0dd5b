using System.Globalization;

namespace Gilde.Web.Feed;

/// <summary>Where a page of a feed ends, as its next page's address says it.</summary>
/// <param name="At">When the last item reached the viewer.</param>
/// <param name="Score">Where it stood, when the closest come first.</param>
/// <param name="AsOf">The moment for which the order was made; it holds for all its pages.</param>
public sealed record FeedPlace(Instant At, long PostId, double Score = 0, Instant AsOf = default)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Micros(At)}-{PostId}{(AsOf == default ? "" : $"-{BitConverter.DoubleToInt64Bits(Score)}-{Micros(AsOf)}")}");

    /// <summary>Null for what is no place: the feed then begins anew.</summary>
    public static FeedPlace? Parse(string? text) => text?.Split('-').Select(Number).ToArray() switch
    {
        [{ } at, { } post] => new(Moment(at), post),
        [{ } at, { } post, { } score, { } asOf] when double.IsFinite(BitConverter.Int64BitsToDouble(score)) => new(Moment(at), post, BitConverter.Int64BitsToDouble(score), Moment(asOf)),
        _ => null,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;

    private static Instant Moment(long micros) => Instant.FromUnixTimeTicks(Math.Min(micros, 253_402_300_799_000_000) * 10);
}
