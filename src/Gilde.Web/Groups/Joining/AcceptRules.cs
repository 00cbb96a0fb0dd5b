namespace Gilde.Web.Groups.Joining;

/// <summary>A member accepts the rules as they are now, after they changed.</summary>
public sealed class AcceptRules(GildeDb db)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, int accepted, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.GroupsOf(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (accepted != group.RulesVersion) return GroupResult.Invalid("rules", viewer.T["Please read the rules and accept them."]);
        (await db.Seat(group.Id, viewer.Id, stop))!.RulesVersion = accepted;
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>A new member has read the welcome text and puts it away.</summary>
public sealed class PutWelcomeAway(GildeDb db, IClock clock)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, CancellationToken stop = default)
    {
        var groups = db.GroupsOf(viewer).Where(g => g.Slug == slug);
        if (await db.MembershipsOf(viewer).SingleOrDefaultAsync(m => groups.Any(g => g.Id == m.GroupId), stop) is not { } seat) return GroupResult.NotFound;
        seat.WelcomedAt = clock.GetCurrentInstant();
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }
}
