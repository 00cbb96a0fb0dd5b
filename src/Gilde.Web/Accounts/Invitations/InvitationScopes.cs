using Gilde.Web.Profiles;

namespace Gilde.Web.Accounts.Invitations;

public sealed record Inviter(long Id, string Name, string Handle);

public sealed record InvitationRow(long Id, string Email, Instant SentAt, Instant ExpiresAt, bool IsExpired, string? JoinedHandle, string? JoinedName);

public static class InvitationScopes
{
    /// <summary>Who invites, if they are still there.</summary>
    public static Task<Inviter?> Inviter(this GildeDb db, long id, CancellationToken stop = default) =>
        db.Members.Where(m => m.Id == id && m.ActiveSince != null && m.SuspendedAt == null).Select(m => new Inviter(m.Id, m.Name, m.Handle)).SingleOrDefaultAsync(stop);

    /// <summary>The viewer's own invitations. Who joined by one is named if the viewer may see them; an address that was a member's before stays "sent".</summary>
    public static IQueryable<InvitationRow> InvitationsOf(this GildeDb db, Viewer viewer, Instant now) =>
        from l in db.MailLinks
        where l.Purpose == LinkPurpose.Invitation && l.InviterId == viewer.Id
        from m in db.MembersVisibleTo(viewer).Where(m => m.Id == l.UsedById).DefaultIfEmpty()
        orderby l.Id descending
        select new InvitationRow(l.Id, l.Email, l.SentAt, l.ExpiresAt, l.ExpiresAt < now, m.Handle, m.Name);
}
