using Gilde.Web.Accounts;
using Gilde.Web.Mail;

namespace Gilde.Web.Admin;

public enum ApprovalOutcome { Done, NotWaiting }

/// <summary>Decides about a sign-up that waits: lets the person in, or deletes what they entered.</summary>
public sealed class DecideSignUp(GildeDb db, IClock clock, Joining joining, AdminLetters letters)
{
    public Task<ApprovalOutcome> Approve(Actor actor, long memberId) => db.Alone(async () =>
    {
        if (await Waiting(memberId) is not { } account) return ApprovalOutcome.NotWaiting;
        account.AwaitsApproval = false;
        await joining.Open(await db.MemberOf(memberId));
        db.Audit(clock, actor.Id, AuditAction.SignUpApproved, memberId);
        db.Send(clock, letters.Approved(await db.ReceiverOf(memberId)));
        await db.SaveChangesAsync();
        return ApprovalOutcome.Done;
    });

    public Task<ApprovalOutcome> Decline(Actor actor, long memberId) => db.Alone(async () =>
    {
        if (await Waiting(memberId) is null) return ApprovalOutcome.NotWaiting;
        db.Send(clock, letters.Declined(await db.ReceiverOf(memberId)));
        db.Remove(await db.MemberOf(memberId));
        db.Audit(clock, actor.Id, AuditAction.SignUpDeclined, memberId);
        await db.SaveChangesAsync();
        return ApprovalOutcome.Done;
    });

    private Task<Account?> Waiting(long memberId) => db.Users.SingleOrDefaultAsync(a => a.Id == memberId && a.AwaitsApproval);
}
