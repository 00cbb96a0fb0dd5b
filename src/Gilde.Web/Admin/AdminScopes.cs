using Gilde.Web.Accounts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Admin;

public sealed record MemberRow(
    long Id, string Name, string Handle, string? Email, Instant JoinedAt, bool IsActive, bool Waits, Instant? SuspendedAt, bool IsModerator, bool IsOperator, bool Leaves);

/// <summary>Members as moderators and operators see them: all, in whatever state. For everybody else there are none.</summary>
public static class AdminScopes
{
    public static IQueryable<Member> MembersToModerate(this GildeDb db, Viewer viewer) =>
        viewer.IsModerator || viewer.IsOperator ? db.Members : db.Members.Where(_ => false);

    /// <summary>For the operations, which check themselves what their caller may do.</summary>
    public static Task<Member?> MemberToChange(this GildeDb db, long id, CancellationToken stop = default) => db.Members.SingleOrDefaultAsync(m => m.Id == id, stop);

    /// <summary>Ids of the operators who can act.</summary>
    public static IQueryable<long> Operating(this GildeDb db) =>
        db.RoleGrants.Where(g => g.Role == MemberRole.Operator && db.Members.Any(m => m.Id == g.MemberId && m.ActiveSince != null && m.SuspendedAt == null)).Select(g => g.MemberId);

    /// <summary>E-mail addresses are for operators alone.</summary>
    public static IQueryable<MemberRow> Rows(this IQueryable<Member> members, GildeDb db, bool withEmail) =>
        from m in members
        join a in db.Users on m.Id equals a.Id
        select new MemberRow(m.Id, m.Name, m.Handle, withEmail ? a.Email : null, m.JoinedAt, m.ActiveSince != null, a.AwaitsApproval, m.SuspendedAt,
            db.RoleGrants.Any(g => g.MemberId == m.Id && g.Role == MemberRole.Moderator), db.RoleGrants.Any(g => g.MemberId == m.Id && g.Role == MemberRole.Operator),
            db.ErasureRequests.Any(r => r.MemberId == m.Id));

    public static async Task<Dictionary<long, string>> NamesOf(this GildeDb db, IEnumerable<long> ids)
    {
        var wanted = ids.Distinct().ToList();
        return await db.Members.Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name);
    }

    public static async Task<AdminNumbers> Numbers(this GildeDb db, Instant now)
    {
        var (week, month) = (now - Duration.FromDays(7), now - Duration.FromDays(30));
        return new AdminNumbers(
            await db.Members.CountAsync(m => m.ActiveSince != null && m.SuspendedAt == null),
            await db.Members.CountAsync(m => m.ActiveSince > week),
            await db.Sessions.Where(s => s.SeenAt > month).Select(s => s.AccountId).Distinct().CountAsync(),
            await db.Users.CountAsync(a => a.AwaitsApproval),
            await db.Members.CountAsync(m => m.SuspendedAt != null),
            await db.Contacts.CountAsync() / 2,
            await db.Jobs.CountAsync(j => j.ParkedAt == null),
            await db.Jobs.CountAsync(j => j.ParkedAt != null));
    }
}

public sealed record AdminNumbers(int Members, int NewThisWeek, int SeenThisMonth, int Waiting, int Suspended, int Contacts, int JobsQueued, int JobsParked);
