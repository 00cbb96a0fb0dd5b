using System.Globalization;

namespace Gilde.Web.Web;

public static class Waiting
{
    /// <summary>Says in the answer when to come back.</summary>
    public static void RetryAfter(this HttpContext http, Duration wait) =>
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
