namespace Gilde.Web.Profiles;

/// <summary>Which profile, in which state, and what the viewer is to its owner.</summary>
public sealed record ProfileKey(long Id, long Version, Relation Relation);

/// <summary>Finds profiles for a viewer. One that the viewer may not see is not found.</summary>
public static class ProfileScopes
{
    private sealed record Row(long Id, long Version, bool Closed, bool IsContact);

    // Id 0 is anonymous: nobody has blocked it and it is nobody's contact.
    private static readonly CompiledQuery<Func<GildeDb, string, long, Task<Row?>>> ByHandle = new(() => EF.CompileAsyncQuery((GildeDb db, string handle, long viewer) =>
        db.Members
            .Where(m => m.Handle == handle && m.ActiveSince != null && m.SuspendedAt == null
                && !db.Blocks.Any(b => (b.MemberId == viewer && b.BlockedId == m.Id) || (b.MemberId == m.Id && b.BlockedId == viewer)))
            .Select(m => new Row(m.Id, m.Version, m.ClosedAt != null, db.Contacts.Any(c => c.OwnerId == viewer && c.OtherId == m.Id)))
            .FirstOrDefault()));

    public static async Task<ProfileKey?> FindProfile(this GildeDb db, Viewer viewer, string handle)
    {
        var row = await ByHandle.For(db)(db, handle, viewer.Id);
        if (row is null) return null;
        var relation = RelationOf(viewer, row);
        return relation == Relation.Visitor && row.Closed ? null : new ProfileKey(row.Id, row.Version, relation);
    }

    /// <summary>Where a profile went whose handle was changed not long ago; null if the viewer may not see it.</summary>
    public static Task<string?> FindMoved(this GildeDb db, Viewer viewer, string handle, Instant now)
    {
        var since = now - FormerHandle.Kept;
        return db.FormerHandles.Where(f => f.Handle == handle && f.LeftAt > since)
            .Join(db.ProfilesVisibleTo(viewer), f => f.MemberId, m => m.Id, (_, m) => m.Handle).FirstOrDefaultAsync()!;
    }

    /// <summary>Whether a handle leads to somebody else, now or still.</summary>
    public static async Task<bool> IsHandleTaken(this GildeDb db, Viewer viewer, string handle, Instant now, CancellationToken stop)
    {
        var since = now - FormerHandle.Kept;
        return await db.Members.AnyAsync(m => m.Handle == handle && m.Id != viewer.Id, stop)
            || await db.FormerHandles.AnyAsync(f => f.Handle == handle && f.MemberId != viewer.Id && f.LeftAt > since, stop);
    }

    /// <summary>Members whose profile the viewer may open: for visitors those who did not close theirs.</summary>
    public static IQueryable<Member> ProfilesVisibleTo(this GildeDb db, Viewer viewer) =>
        viewer.IsMember ? db.MembersVisibleTo(viewer) : db.MembersVisibleTo(viewer).Where(m => m.ClosedAt == null);

    private static Relation RelationOf(Viewer viewer, Row row)
    {
        if (!viewer.IsMember) return Relation.Visitor;
        if (viewer.Id == row.Id) return Relation.Self;
        return row.IsContact ? Relation.Contact : Relation.Member;
    }
}
