using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Gilde.Web.Formats;

[JsonSerializable(typeof(JsonResume))]
internal sealed partial class ResumeJson : JsonSerializerContext
{
    /// <summary>Umlauts stay as they are; characters that HTML would read are escaped.</summary>
    public static readonly ResumeJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    });
}
