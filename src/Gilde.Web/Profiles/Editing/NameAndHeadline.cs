using Gilde.Web.Accounts;

namespace Gilde.Web.Profiles.Editing;

/// <summary>The two lines at the top of one's profile.</summary>
internal static class NameAndHeadline
{
    /// <summary>Saves both. A new name stands in the member's activity log: nobody takes it on unnoticed.</summary>
    public static async Task SaveNameAndHeadline(this GildeDb db, IClock clock, Viewer viewer, Caller caller, string name, string headline, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        if (me.Name != name) db.Note(clock, viewer.Id, AccountActivityKind.NameChanged, caller);
        (me.Name, me.Headline) = (name, headline);
        await db.SaveProfile(clock, viewer, stop);
    }
}
