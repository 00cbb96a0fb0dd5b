using Gilde.Web.Accounts.Invitations;
using Gilde.Web.Events;
using Gilde.Web.Mail;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts;

/// <summary>Lets a member whose address is confirmed into the network, or puts them before the operator where the operator approves.</summary>
public sealed class Joining(GildeDb db, IClock clock, TheNetwork network, AccountLetters letters, InvitationLetters invitations)
{
    /// <summary>True if the member is in; false if they wait. Joins the unit of work.</summary>
    public async Task<bool> Enter(Account account)
    {
        var member = await db.MemberOf(account.Id);
        if (network.Current.Signup != SignupMode.Approval)
        {
            await Open(member);
            return true;
        }
        account.AwaitsApproval = true;
        foreach (var one in await db.Operators()) db.Send(clock, letters.SignUpWaits(one, member.Name));
        return false;
    }

    /// <summary>The member exists for others from now on; whoever invited them hears of it.</summary>
    public async Task Open(Member member)
    {
        member.ActiveSince = clock.GetCurrentInstant();
        db.Record(clock, EventKinds.MemberJoined, member.Id, member.Id);
        var inviters = await db.MailLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedById == member.Id && l.InviterId != null).Select(l => l.InviterId!.Value).Distinct().ToListAsync();
        foreach (var inviter in inviters) db.Send(clock, invitations.Accepted(await db.ReceiverOf(inviter), member.Name, member.Handle));
    }
}
