using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Gilde.Web.Web;

/// <summary>How values look in JSON: times as ISO 8601 in UTC, choices as words.</summary>
public static class JsonFormats
{
    public static void AddJsonFormats(this IServiceCollection services) => services.ConfigureHttpJsonOptions(o =>
    {
        o.SerializerOptions.Converters.Add(new InstantJson());
        o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    });

    private sealed class InstantJson : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "") is { Success: true } parsed ? parsed.Value : throw new JsonException("Expected a time such as 2026-01-31T12:00:00Z.");

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
            writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
    }
}
