using System.Text.Json;
using Gilde.Web.Posts.Polls;

namespace Gilde.Web.Posts;

/// <summary>What the form for a post sends, or the same as JSON.</summary>
/// <param name="Audience">everyone, members, contacts, strongcontacts, or nothing for a post in a group.</param>
/// <param name="Group">The address of the group that it is said in.</param>
/// <param name="Shared">The post that is shared.</param>
public sealed record PostInput(string? Text = null, string? Title = null, string? Audience = null, string? Group = null, long? Shared = null, string? ContentNote = null, string? Replies = null)
{
    /// <summary>Asks for a poll under it.</summary>
    public PollInput? Poll { get; init; }
    /// <summary>Long, with a title.</summary>
    public bool Article { get; init; }
    /// <summary>The draft that it was until now.</summary>
    public long? Draft { get; init; }

    public static async ValueTask<PostInput> BindAsync(HttpContext http)
    {
        if (http.Request.HasJsonContentType()) return await Json(http) ?? new();
        var form = await http.Form();
        return new(form["text"], form["title"], form["audience"], form["group"], long.TryParse(form["shared"], out var shared) ? shared : null, form["contentNote"], form["replies"])
        {
            Poll = PollInput.Read(form), Article = form["kind"] == "article", Draft = long.TryParse(form["draft"], out var draft) ? draft : null,
        };
    }

    private static async Task<PostInput?> Json(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFromJsonAsync<PostInput>(http.RequestAborted);
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The post cannot be read.", StatusCodes.Status400BadRequest, error);
        }
    }
}

/// <summary>An input as what it means, or what is wrong with it.</summary>
public sealed record PostContent(PostKind Kind, string Title, string Text, PostAudience Audience, string ContentNote, ReplyControl Replies, FieldErrors Errors)
{
    /// <param name="kind">What it is, or is to become.</param>
    /// <param name="isBare">It may be without words: a share, or one with pictures or a poll.</param>
    public static PostContent Read(Texts t, PostInput input, PostKind kind, bool isBare = false)
    {
        var errors = new FieldErrors();
        var (text, title, note) = (Formats.VisibleText.Block(input.Text ?? ""), Formats.VisibleText.Line(input.Title ?? ""), Formats.VisibleText.Line(input.ContentNote ?? ""));
        if (text.Length == 0 && !isBare) errors.Add("text", t["Please write something first."]);
        errors.AtMost(kind == PostKind.Article ? Post.MaxArticle : Post.MaxText, t, "text", text);
        if (kind == PostKind.Article && title.Length == 0) errors.Add("title", t["An article needs a title."]);
        errors.AtMost(Post.MaxTitle, t, "title", title).AtMost(Post.MaxContentNote, t, "contentNote", note);
        input.Poll?.Check(t, errors);
        var inGroup = !string.IsNullOrEmpty(input.Group);
        return new(kind, kind == PostKind.Article ? title : "", text, inGroup ? PostAudience.Group : AudienceOf(input.Audience, errors, t), note, RepliesOf(input.Replies, errors, t), errors);
    }

    private static PostAudience AudienceOf(string? value, FieldErrors errors, Texts t)
    {
        if (string.IsNullOrEmpty(value)) return PostAudience.Members;
        if (Enum.TryParse<PostAudience>(value, ignoreCase: true, out var audience) && Enum.IsDefined(audience) && audience != PostAudience.Group) return audience;
        errors.Add("audience", t["Please choose who may read it."]);
        return PostAudience.Members;
    }

    private static ReplyControl RepliesOf(string? value, FieldErrors errors, Texts t)
    {
        if (string.IsNullOrEmpty(value)) return ReplyControl.Everyone;
        if (Enum.TryParse<ReplyControl>(value, ignoreCase: true, out var replies) && Enum.IsDefined(replies)) return replies;
        errors.Add("replies", t["Please choose who may comment."]);
        return ReplyControl.Everyone;
    }
}
