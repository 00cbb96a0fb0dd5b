using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Accounts;

/// <summary>Answers while the door stays shut: 429 with Retry-After, the form again, and how long to wait in words.</summary>
public static class Pause
{
    public static IResult Page<TPage>(HttpContext http, Duration? wait, object parameters) where TPage : IComponent
    {
        http.RetryAfter(wait ?? Duration.Zero);
        return Pages.WithStatus<TPage>(StatusCodes.Status429TooManyRequests, parameters);
    }

    public static string Sentence(Texts t, Duration? wait)
    {
        var seconds = Math.Ceiling((wait ?? Duration.Zero).TotalSeconds);
        return seconds <= 90
            ? t.Count((long)seconds, "Too many tries. Please wait one second.", "Too many tries. Please wait {0} seconds.")
            : t["Too many tries. Please wait {0} minutes.", Math.Ceiling(seconds / 60)];
    }
}
