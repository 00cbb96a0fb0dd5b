using Gilde.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Profiles.Editing;

/// <summary>The handle of one's own profile.</summary>
internal static class AddressEndpoints
{
    private const string Path = "/settings/profile/handle";

    public static void MapProfileAddress(this WebApplication app)
    {
        app.For(Access.Members).Get(Path, (Viewer viewer) => Pages.Show<HandlePage>(new { Viewer = viewer, Handle = viewer.Handle }));
        app.For(Access.Members).Post(Path, Change);
    }

    private static async Task<IResult> Change([FromForm] IFormCollection posted, HttpContext http, Viewer viewer, ChangeHandle change, Sessions sessions, CancellationToken stop)
    {
        var form = new FormReader(posted, viewer.T);
        var handle = form.Line("handle", Handles.MaxLength, viewer.T["Please give an address."]).TrimStart('@').ToLowerInvariant();
        if (!form.Errors.Any && await change.Execute(viewer, handle, stop) is var outcome and not HandleChange.Changed) form.Errors.Add("handle", Why(outcome, viewer.T));
        if (form.Errors.Any) return Pages.Invalid<HandlePage>(new { Viewer = viewer, Handle = handle, form.Errors });
        sessions.Forget(http);
        return Pages.SeeOther($"/@{handle}", "Saved.");
    }

    private static string Why(HandleChange outcome, Texts t) => outcome switch
    {
        HandleChange.Taken => t["Somebody else has this address."],
        HandleChange.TooOften => t["You have changed your address {0} times in {1} days. Please wait a while.", ChangeHandle.MaxFormer, FormerHandle.Kept.Days],
        _ => t["Please use 3 to {0} letters from a to z, digits and single hyphens.", Handles.MaxLength],
    };
}
