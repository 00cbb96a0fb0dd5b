using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Mail;
using Gilde.Web.Profiles;

namespace Gilde.Web.Admin;

public enum SuspendOutcome { Done, NotFound, AlreadyDone, ReasonMissing, NotAllowed, LastOperator }

/// <summary>Who acts on others: a moderator or operator, or the command line of the server, which may what an operator may.</summary>
public sealed record Actor(long? Id, bool IsOperator)
{
    public static readonly Actor CommandLine = new(null, true);

    public static Actor Of(Web.Viewer viewer) => new(viewer.Id, viewer.IsOperator);
}

/// <summary>Keeps a member out: invisible to others and signed out everywhere at once, told why by mail and at sign-in.</summary>
public sealed class SuspendMember(GildeDb db, IClock clock, AdminLetters letters)
{
    public const int MaxReason = 1_000;

    public Task<SuspendOutcome> Execute(Actor actor, long memberId, string? reason) => db.Alone(async () =>
    {
        var why = VisibleText.Block(reason ?? "");
        if (await db.MemberToChange(memberId) is not { } member || !await db.Users.AnyAsync(a => a.Id == memberId)) return SuspendOutcome.NotFound;
        if (member.SuspendedAt is not null) return SuspendOutcome.AlreadyDone;
        if (why.Length is 0 or > MaxReason) return SuspendOutcome.ReasonMissing;
        if (memberId == actor.Id || !actor.IsOperator && await db.RoleGrants.AnyAsync(g => g.MemberId == memberId)) return SuspendOutcome.NotAllowed;
        if (await db.IsLastOperator(memberId)) return SuspendOutcome.LastOperator;
        await Suspend(actor, member, why);
        return SuspendOutcome.Done;
    });

    private async Task Suspend(Actor actor, Member member, string why)
    {
        var now = clock.GetCurrentInstant();
        member.SuspendedAt = now;
        db.Add(new Suspension { MemberId = member.Id, ById = actor.Id, At = now, Reason = why });
        await db.Sessions.Where(s => s.AccountId == member.Id).ExecuteDeleteAsync();
        db.Note(clock, member.Id, AccountActivityKind.Suspended, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.MemberSuspended, member.Id, why);
        db.Record(clock, EventKinds.MemberSuspended, actor.Id, member.Id);
        db.Send(clock, letters.Suspended(await db.ReceiverOf(member.Id), why));
        await db.SaveChangesAsync();
    }
}

/// <summary>Lets a suspended member back in.</summary>
public sealed class RestoreMember(GildeDb db, IClock clock, AdminLetters letters)
{
    public Task<SuspendOutcome> Execute(Actor actor, long memberId) => db.Alone(async () =>
    {
        if (await db.MemberToChange(memberId) is not { } member) return SuspendOutcome.NotFound;
        if (member.SuspendedAt is null) return SuspendOutcome.AlreadyDone;
        member.SuspendedAt = null;
        await db.Suspensions.Where(s => s.MemberId == memberId).ExecuteDeleteAsync();
        db.Note(clock, memberId, AccountActivityKind.Restored, Caller.CommandLine);
        db.Audit(clock, actor.Id, AuditAction.MemberRestored, memberId);
        db.Record(clock, EventKinds.MemberRestored, actor.Id, memberId);
        db.Send(clock, letters.Restored(await db.ReceiverOf(memberId)));
        await db.SaveChangesAsync();
        return SuspendOutcome.Done;
    });
}
