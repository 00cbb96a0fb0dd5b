using System.Security.Cryptography;
using Gilde.Web.Notifications;

namespace Gilde.Web.Web;

/// <summary>The response headers that keep browsers from doing what a page never asks for.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public static readonly object NonceKey = new();

    public Task Invoke(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; " +
            "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'; media-src 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    }
}

/// <summary>
/// Refuses unsafe requests that another site made the browser send: by Sec-Fetch-Site, else by comparing Origin with Host.
/// Addresses whose token alone counts are open: mail programs post to them from pages of their own (RFC 8058). A request with neither header does not come from a browser. The method of Go's net/http CrossOriginProtection; session cookies are SameSite=Lax besides.
/// </summary>
public sealed class CrossOriginProtection(RequestDelegate next)
{
    private static readonly PathString Unsubscribe = new(UnsubscribeLinks.Start.TrimEnd('/'));

    public Task Invoke(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || http.Request.Path.StartsWithSegments(Unsubscribe) || IsSameOrigin(http.Request)) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This request came from another site and was refused.");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
