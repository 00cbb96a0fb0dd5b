using Microsoft.Net.Http.Headers;

namespace Gilde.Web.Web;

/// <summary>Pages for people, JSON for programs: the same routes answer both.</summary>
public static class Negotiation
{
    /// <summary>The caller asks for JSON and not for a page.</summary>
    public static bool WantsJson(this HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The caller asks for Markdown and not for a page.</summary>
    public static bool WantsMarkdown(this HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("text/markdown", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A list in JSON is an array; where it goes on says the Link header.</summary>
    public static IResult JsonList<T>(this HttpContext http, IReadOnlyList<T> items, string? next)
    {
        if (next is not null) http.Response.Headers[HeaderNames.Link] = $"<{next}>; rel=\"next\"";
        return Results.Json(items);
    }

    /// <summary>What was wrong with an input, by field: 422 as RFC 9457.</summary>
    public static IResult JsonErrors(this FieldErrors errors, string title) =>
        Results.ValidationProblem(errors.All.ToDictionary(e => e.Key, e => new[] { e.Value }), title: title, statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>A browser fetches the page beforehand, in case somebody opens it: nothing may count as seen.</summary>
    public static bool IsPrefetch(this HttpRequest request) =>
        request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal) || request.Headers["X-Sec-Purpose"].ToString().Contains("prefetch", StringComparison.Ordinal);
}
