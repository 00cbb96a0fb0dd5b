using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gilde.Web.Web;

/// <summary>Results that endpoints return: pages are pure Razor views, rendered whole.</summary>
public static class Pages
{
    /// <summary>A page; <paramref name="parameters"/> is an anonymous object with the view's parameters, the viewer included.</summary>
    public static RazorComponentResult<TPage> Show<TPage>(object parameters) where TPage : IComponent =>
        new(parameters) { PreventStreamingRendering = true };

    /// <summary>The same page again with what was wrong beside its fields: 422.</summary>
    public static RazorComponentResult<TPage> Invalid<TPage>(object parameters) where TPage : IComponent =>
        new(parameters) { PreventStreamingRendering = true, StatusCode = StatusCodes.Status422UnprocessableEntity };

    public static RazorComponentResult<TPage> WithStatus<TPage>(int status, object parameters) where TPage : IComponent =>
        new(parameters) { PreventStreamingRendering = true, StatusCode = status };

    /// <summary>After a write: 303, so that reload and back never post twice.</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(path, null);

    /// <summary>The same with a toast on the page it leads to; see <see cref="Said"/>. <paramref name="said"/> is an English text that has its German.</summary>
    public static IResult SeeOther(string path, string said, string? undo = null, params string[] values) => new SeeOtherResult(path, new Said(said, values, undo));

    /// <summary>After a write that changes what is there: the page with a toast, for programs nothing more.</summary>
    public static IResult Done(HttpContext http, string path, string said) => http.Request.WantsJson() ? Results.NoContent() : SeeOther(path, said);

    private sealed class SeeOtherResult(string path, Said? said) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            said?.Send(http);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
