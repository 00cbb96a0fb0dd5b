using Gilde.Web.Events;

namespace Gilde.Web.Profiles.Editing;

public static class ProfileSaving
{
    /// <summary>Saves what was changed on the viewer's own profile, with the time and an event for those who must learn of it.</summary>
    public static async Task SaveProfile(this GildeDb db, IClock clock, Viewer viewer, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        me.ChangedAt = clock.GetCurrentInstant();
        db.Record(clock, EventKinds.MemberChanged, viewer.Id, viewer.Id);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Sets who sees a section of the viewer's profile, in the unit of work.</summary>
    public static async Task ShowSectionTo(this GildeDb db, Viewer viewer, ProfileSection section, Audience audience, CancellationToken stop)
    {
        var chosen = await db.SectionAudiences.SingleOrDefaultAsync(s => s.MemberId == viewer.Id && s.Section == section, stop);
        if (chosen is not null) chosen.Audience = audience;
        else db.Add(new SectionAudience { MemberId = viewer.Id, Section = section, Audience = audience });
    }
}
