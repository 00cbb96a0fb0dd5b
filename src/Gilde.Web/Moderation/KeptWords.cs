using System.Text.Json;

namespace Gilde.Web.Moderation;

/// <summary>What a removal took away, kept with the decision so that it can come back.</summary>
public sealed record KeptWords(string Text, string Title = "", string ContentNote = "", long? CoverId = null)
{
    /// <summary>Letters stay letters; what is beyond the first 65,536 signs of Unicode, like emoji, becomes two escapes of six.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ToJson() => JsonSerializer.Serialize(this, Plain);

    /// <summary>Null where nothing was taken: it was gone before, or its author has been erased.</summary>
    public static KeptWords? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<KeptWords>(json);
}
