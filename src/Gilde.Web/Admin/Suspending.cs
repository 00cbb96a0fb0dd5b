using System.Text.Json;
using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Jobs;
using Gilde.Web.Profiles;

namespace Gilde.Web.Admin;

/// <summary>Suspends and restores within the transaction of whoever decides it; what is told to whom is theirs.</summary>
public static class Suspending
{
    /// <summary>Nobody suspends themselves or the last operator; only operators suspend people with a role. Null if nothing speaks against it.</summary>
    public static async Task<SuspendOutcome?> WhyNotSuspend(this GildeDb db, Actor actor, long memberId)
    {
        if (memberId == actor.Id || !actor.IsOperator && await db.RoleGrants.AnyAsync(g => g.MemberId == memberId)) return SuspendOutcome.NotAllowed;
        return await db.IsLastOperator(memberId) ? SuspendOutcome.LastOperator : null;
    }

    /// <summary>A suspension that is there already gives way to the new one.</summary>
    public static async Task Suspend(this GildeDb db, IClock clock, Actor actor, Member member, Suspension suspension)
    {
        await db.Suspensions.Where(s => s.MemberId == member.Id).ExecuteDeleteAsync();
        member.SuspendedAt = suspension.At;
        db.Add(suspension);
        await db.Sessions.Where(s => s.AccountId == member.Id).ExecuteDeleteAsync();
        db.Note(clock, member.Id, AccountActivityKind.Suspended, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.MemberSuspended, member.Id, suspension.Reason);
        db.Record(clock, EventKinds.MemberSuspended, actor.Id, member.Id);
        if (suspension.Until is { } until) db.EnqueueAt(clock, until, EndSuspension.JobKind, member.Id, $"{EndSuspension.JobKind}:{member.Id}:{suspension.At.ToUnixTimeTicks()}");
    }

    public static async Task Unsuspend(this GildeDb db, IClock clock, Actor actor, Member member)
    {
        member.SuspendedAt = null;
        await db.Suspensions.Where(s => s.MemberId == member.Id).ExecuteDeleteAsync();
        db.Note(clock, member.Id, AccountActivityKind.Restored, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.MemberRestored, member.Id);
        db.Record(clock, EventKinds.MemberRestored, actor.Id, member.Id);
    }
}

/// <summary>A suspension for a time is over. One that was lifted, or gave way to a longer one, is left alone.</summary>
public sealed class EndSuspension(GildeDb db, IClock clock, RestoreMember restore) : IJobHandler
{
    public const string JobKind = "suspension.end";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var (memberId, now) = (JsonSerializer.Deserialize<long>(payload), clock.GetCurrentInstant());
        if (await db.Suspensions.AnyAsync(s => s.MemberId == memberId && s.Until <= now, stop)) await restore.Execute(Actor.CommandLine, memberId);
    }
}
