using Microsoft.AspNetCore.Diagnostics;

namespace Gilde.Web.Web;

/// <summary>Errors in plain words: an HTML page for people, RFC 9457 problem details for programs.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = http => Write(http, Status(http)), SuppressDiagnosticsCallback = _ => false });
        app.UseStatusCodePages(context => Write(context.HttpContext, context.HttpContext.Response.StatusCode));
    }

    private static int Status(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            { } error when StorageFaults.IsFull(error) => StatusCodes.Status507InsufficientStorage,
            { } error when StorageFaults.IsAway(error) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static Task Write(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        var viewer = http.Items.Count > 0 && http.TryViewer() is { } known ? known : new Viewer { Language = Languages.FromHeader(http.Request.Headers.AcceptLanguage) ?? Language.German };
        var wantsPage = http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        var (title, sentence) = Words(viewer.T, status);
        return wantsPage
            ? Pages.WithStatus<ErrorPage>(status, new { Viewer = viewer, Title = title, Sentence = sentence }).ExecuteAsync(http)
            : Results.Problem(statusCode: status, title: title, detail: sentence).ExecuteAsync(http);
    }

    private static (string Title, string Sentence) Words(Texts t, int status) => status switch
    {
        401 => (t["Please sign in"], t["This part of the network is for its members."]),
        404 => (t["Not found"], t["There is nothing here, or nothing that you may see."]),
        413 => (t["Too large"], t["What you sent is larger than this place takes."]),
        429 => (t["A little slower, please"], t["That was a lot in a short time. Please try again in a while."]),
        503 or 507 => (t["Not now"], t["The server cannot store anything at the moment. Reading still works; please try again later."]),
        >= 500 => (t["Something went wrong"], t["The mistake is ours, and it has been written down. Please try again."]),
        _ => (t["That did not work"], t["The request could not be understood."]),
    };
}
