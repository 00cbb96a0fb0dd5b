using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gilde.Web.Introductions;

internal static class RouteJson
{
    /// <summary>Outcomes and warmth as words.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
}
