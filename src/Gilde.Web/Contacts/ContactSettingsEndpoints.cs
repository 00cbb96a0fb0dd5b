using Gilde.Web.Events;
using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Mvc;

namespace Gilde.Web.Contacts;

/// <summary>Who may learn of one's contacts, and whom one has blocked.</summary>
internal static class ContactSettingsEndpoints
{
    private const int MostShown = 500;

    public static void MapContactSettings(this IEndpointRouteBuilder app)
    {
        var members = app.For(Access.Members);
        members.Get("/settings/contacts", Show);
        members.Post("/settings/contacts", Save);
        members.Get("/settings/blocks", Blocks);
        members.Post("/settings/blocks/{id:long}/remove", Unblock);
    }

    private static async Task<IResult> Show(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var hidesAll = (await db.Me(viewer, stop)).HidesContacts;
        var hidden = await db.ContactRows(viewer).Where(r => r.Hidden).OrderBy(r => r.SortName).ThenBy(r => r.Id).Take(MostShown).ToListAsync(stop);
        return http.Request.WantsJson()
            ? Results.Json(new { hidesContacts = hidesAll, hidden })
            : Pages.Show<ContactSettingsPage>(new { Viewer = viewer, HidesAll = hidesAll, Hidden = hidden });
    }

    private static async Task<IResult> Save(HttpContext http, Viewer viewer, GildeDb db, IClock clock, [FromForm] string? hidesContacts, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        if (me.HidesContacts != (hidesContacts == "true"))
        {
            me.HidesContacts = !me.HidesContacts;
            db.Record(clock, EventKinds.MemberChanged, viewer.Id, viewer.Id);
            await db.SaveChangesAsync(stop);
        }
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/contacts", "Saved.");
    }

    private static async Task<IResult> Blocks(HttpContext http, Viewer viewer, GildeDb db, CancellationToken stop)
    {
        var blocked = await db.BlockedBy(viewer).Take(MostShown).ToListAsync(stop);
        return http.Request.WantsJson() ? http.JsonList(blocked, null) : Pages.Show<BlocksPage>(new { Viewer = viewer, Blocked = blocked });
    }

    private static async Task<IResult> Unblock(long id, HttpContext http, Viewer viewer, PartWays part, CancellationToken stop)
    {
        if (!await part.Unblock(viewer, id, stop)) return Results.NotFound();
        return http.Request.WantsJson() ? Results.NoContent() : Pages.SeeOther("/settings/blocks", "No longer blocked.");
    }
}
