using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gilde.Web.Conversations;

/// <summary>What a composer sends, as a form or as JSON.</summary>
public sealed record MessageInput(string? To, string? Text, string? Reason)
{
    [JsonIgnore]
    public IFormFile? Picture { get; init; }
    /// <summary>What the picture shows.</summary>
    [JsonIgnore]
    public string? Alternative { get; init; }

    public static async ValueTask<MessageInput> BindAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType()) return await Json(http) ?? new(null, null, null);
        var form = await http.Form();
        return new(form["to"], form["text"], form["reason"]) { Picture = form.Files["picture"] is { Length: > 0 } file ? file : null, Alternative = form["alternative"] };
    }

    private static async Task<MessageInput?> Json(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<MessageInput>(http.RequestAborted);
        }
        catch (JsonException error)
        {
            // The sender's mistake; let through, it would count as the server's.
            throw new BadHttpRequestException("The message cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }
}
