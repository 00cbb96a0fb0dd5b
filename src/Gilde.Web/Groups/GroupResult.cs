namespace Gilde.Web.Groups;

/// <summary>What comes of doing something in or with a group.</summary>
public enum GroupOutcome
{
    Done,
    NotFound,
    /// <summary>What was typed is not right; it stands by its field.</summary>
    Invalid,
    /// <summary>As things are it cannot be done; why says the error without a field.</summary>
    Refused,
    TooMany,
}

public sealed record GroupResult(GroupOutcome Outcome)
{
    public static readonly GroupResult Done = new(GroupOutcome.Done), NotFound = new(GroupOutcome.NotFound);

    public string Slug { get; init; } = "";
    public FieldErrors Errors { get; init; } = new();
    /// <summary>After too many: how long until it can be done.</summary>
    public Duration Wait { get; init; }

    public static GroupResult Invalid(FieldErrors errors) => new(GroupOutcome.Invalid) { Errors = errors };

    public static GroupResult Invalid(string field, string message) => Invalid(new FieldErrors().Add(field, message));

    public static GroupResult Refused(string message) => new(GroupOutcome.Refused) { Errors = new FieldErrors().Add("", message) };

    public static GroupResult TooMany(string message, Duration wait) => new(GroupOutcome.TooMany) { Errors = new FieldErrors().Add("", message), Wait = wait };
}

internal static class GroupAnswers
{
    /// <summary>What the one who did it gets to see: where it leads, or the page again with what was wrong.</summary>
    /// <param name="again">The page that it was done on, with this status and these errors.</param>
    public static async Task<IResult> After(this GroupResult result, HttpContext http, Viewer viewer, string path, string said, Func<int, FieldErrors, Task<IResult>> again)
    {
        if (result.Outcome == GroupOutcome.TooMany) http.RetryAfter(result.Wait);
        var status = result.Outcome switch
        {
            GroupOutcome.Done => StatusCodes.Status303SeeOther,
            GroupOutcome.NotFound => StatusCodes.Status404NotFound,
            GroupOutcome.Invalid => StatusCodes.Status422UnprocessableEntity,
            GroupOutcome.Refused => StatusCodes.Status409Conflict,
            GroupOutcome.TooMany => StatusCodes.Status429TooManyRequests,
        };
        if (result.Outcome == GroupOutcome.NotFound) return Results.NotFound();
        if (result.Outcome == GroupOutcome.Done) return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther(path, said);
        if (!http.Request.WantsJson()) return await again(status, result.Errors);
        return result.Outcome == GroupOutcome.Invalid ? result.Errors.JsonErrors(viewer.T["That did not work"]) : Results.Problem(result.Errors[""], statusCode: status, title: viewer.T["That did not work"]);
    }
}
