namespace Gilde.Web.Profiles;

public static class MemberScopes
{
    /// <summary>Members who exist for the viewer: active, not suspended, no block between the two in either direction.</summary>
    public static IQueryable<Member> MembersVisibleTo(this GildeDb db, Viewer viewer)
    {
        var active = db.Members.Where(m => m.ActiveSince != null && m.SuspendedAt == null);
        return viewer.IsMember
            ? active.Where(m => !db.Blocks.Any(b => (b.MemberId == viewer.Id && b.BlockedId == m.Id) || (b.MemberId == m.Id && b.BlockedId == viewer.Id)))
            : active;
    }

    /// <summary>The viewer's own row, for editing it.</summary>
    public static Task<Member> Me(this GildeDb db, Viewer viewer, CancellationToken stop = default) =>
        db.Members.SingleAsync(m => m.Id == viewer.Id, stop);
}
