using Gilde.Web.Accounts;

namespace Gilde.Web.Admin;

public enum RoleOutcome { Done, NotFound, AlreadyDone, LastOperator }

/// <summary>Makes a member a moderator or operator.</summary>
public sealed class GrantRole(GildeDb db, IClock clock)
{
    public Task<RoleOutcome> Execute(Actor actor, long memberId, MemberRole role) => db.Alone(async () =>
    {
        if (await db.MemberToChange(memberId) is not { ActiveSince: not null, SuspendedAt: null }) return RoleOutcome.NotFound;
        if (await db.RoleGrants.AnyAsync(g => g.MemberId == memberId && g.Role == role)) return RoleOutcome.AlreadyDone;
        db.Add(new RoleGrant { MemberId = memberId, Role = role, ById = actor.Id, At = clock.GetCurrentInstant() });
        db.Note(clock, memberId, AccountActivityKind.RoleGranted, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.RoleGranted, memberId, role.ToString());
        await db.SaveChangesAsync();
        return RoleOutcome.Done;
    });
}

/// <summary>Takes a role back; the network never loses its last operator.</summary>
public sealed class RevokeRole(GildeDb db, IClock clock)
{
    public Task<RoleOutcome> Execute(Actor actor, long memberId, MemberRole role) => db.Alone(async () =>
    {
        if (await db.RoleGrants.SingleOrDefaultAsync(g => g.MemberId == memberId && g.Role == role) is not { } grant) return RoleOutcome.NotFound;
        if (role == MemberRole.Operator && await db.IsLastOperator(memberId)) return RoleOutcome.LastOperator;
        db.Remove(grant);
        db.Note(clock, memberId, AccountActivityKind.RoleRevoked, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.RoleRevoked, memberId, role.ToString());
        await db.SaveChangesAsync();
        return RoleOutcome.Done;
    });
}

public static class Operators
{
    /// <summary>Whether nobody else could run the network if this member were gone.</summary>
    public static async Task<bool> IsLastOperator(this GildeDb db, long memberId)
    {
        var operators = await db.Operating().ToListAsync();
        return operators.Count == 1 && operators[0] == memberId;
    }
}
