namespace Gilde.Web.Contacts;

/// <summary>The answer to somebody who has asked enough people for today: 429 and a sentence.</summary>
internal static class AskRefusal
{
    public static string Words(Viewer viewer, Duration wait) =>
        viewer.T["You have asked as many people for contact as one may within a day."] + " "
        + viewer.T.Count((long)Math.Ceiling(wait.TotalHours), "You can go on in an hour at the latest.", "You can go on in {0} hours at the latest.");

    public static IResult Json(Viewer viewer, Duration wait) =>
        Results.Problem(Words(viewer, wait), statusCode: StatusCodes.Status429TooManyRequests, title: viewer.T["That is enough for today"]);
}
