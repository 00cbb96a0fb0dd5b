using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;

namespace Gilde.Web.Backups;

/// <summary>A value of a column as both databases and the backup file agree on it; times to the microsecond.</summary>
internal static class PortableValue
{
    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.ffffff'Z'");

    public static object? From(DbDataReader reader, int index, ColumnKind kind, bool postgres)
    {
        if (reader.IsDBNull(index)) return null;
        return kind switch
        {
            ColumnKind.Text => reader.GetString(index),
            ColumnKind.Long => Convert.ToInt64(reader.GetValue(index), CultureInfo.InvariantCulture),
            ColumnKind.Int => Convert.ToInt32(reader.GetValue(index), CultureInfo.InvariantCulture),
            ColumnKind.Short => Convert.ToInt16(reader.GetValue(index), CultureInfo.InvariantCulture),
            ColumnKind.Real => reader.GetDouble(index),
            ColumnKind.Flag => reader.GetBoolean(index),
            ColumnKind.Moment => postgres ? Instant.FromDateTimeUtc(reader.GetDateTime(index)) : Instant.FromUnixTimeTicks(reader.GetInt64(index) * 10),
            ColumnKind.Offset => reader.GetFieldValue<DateTimeOffset>(index),
            ColumnKind.Bytes => (byte[])reader.GetValue(index),
            ColumnKind.Json => new JsonText(reader.GetString(index)),
        };
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case int number: json.WriteNumberValue(number); break;
            case short number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case Instant moment: json.WriteStringValue(Moment.Format(moment)); break;
            case DateTimeOffset moment: json.WriteStringValue(Moment.Format(Instant.FromDateTimeOffset(moment))); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case JsonText whole: WriteSorted(json, JsonDocument.Parse(whole.Text).RootElement); break;
            default: throw new InvalidOperationException($"A backup holds no {value.GetType()}.");
        }
    }

    public static object? Read(JsonElement json, ColumnKind kind)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        return kind switch
        {
            ColumnKind.Text => json.GetString(),
            ColumnKind.Long => json.GetInt64(),
            ColumnKind.Int => json.GetInt32(),
            ColumnKind.Short => json.GetInt16(),
            ColumnKind.Real => json.GetDouble(),
            ColumnKind.Flag => json.GetBoolean(),
            ColumnKind.Moment => Moment.Parse(json.GetString()!).Value,
            ColumnKind.Offset => Moment.Parse(json.GetString()!).Value.ToDateTimeOffset(),
            ColumnKind.Bytes => json.GetBytesFromBase64(),
            ColumnKind.Json => new JsonText(json.GetRawText()),
        };
    }

    /// <summary>Objects with their names in order: PostgreSQL keeps another order than the one that was written.</summary>
    private static void WriteSorted(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(property.Name);
                    WriteSorted(json, property.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray()) WriteSorted(json, item);
                json.WriteEndArray();
                break;
            default: element.WriteTo(json); break;
        }
    }
}
