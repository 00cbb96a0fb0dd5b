using System.Text.Json;
using Gilde.Web.Formats;

namespace Gilde.Web.Posts.Comments;

/// <summary>What somebody wants to say, as a form or as JSON.</summary>
/// <param name="Parent">The comment that it answers.</param>
public sealed record CommentInput(string? Text = null, long? Parent = null)
{
    public static async ValueTask<CommentInput> BindAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType()) return await Json(http) ?? new();
        var form = await http.Form();
        return new(form["text"], long.TryParse(form["parent"], out var parent) ? parent : null);
    }

    /// <summary>The words as they are kept.</summary>
    public string Words => VisibleText.Block(Text ?? "");

    public FieldErrors Check(Texts t)
    {
        var (errors, length) = (new FieldErrors(), Words.Length);
        if (length == 0) errors.Add("text", t["Please write something first."]);
        if (length > Comment.MaxText) errors.Add("text", t["That is too long: {0} of at most {1} characters.", length, Comment.MaxText]);
        return errors;
    }

    private static async Task<CommentInput?> Json(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<CommentInput>(http.RequestAborted);
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The comment cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }
}
