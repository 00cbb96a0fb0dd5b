using Gilde.Web.Data;
using Gilde.Web.Events;
using Gilde.Web.Mail;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;
using NodaTime;

namespace Gilde.Web.Accounts;

/// <summary>Lets a member whose address is confirmed into the network, or puts them before the operator where the operator approves.</summary>
public sealed class Joining(GildeDb db, IClock clock, TheNetwork network, AccountLetters letters)
{
    /// <summary>True if the member is in; false if they wait. Joins the unit of work.</summary>
    public async Task<bool> Enter(Account account)
    {
        var member = await db.MemberOf(account.Id);
        if (network.Current.Signup != SignupMode.Approval)
        {
            Open(member);
            return true;
        }
        account.AwaitsApproval = true;
        foreach (var one in await db.Operators()) db.Send(clock, letters.SignUpWaits(one, member.Name));
        return false;
    }

    /// <summary>The member exists for others from now on.</summary>
    public void Open(Member member)
    {
        member.ActiveSince = clock.GetCurrentInstant();
        db.Record(clock, EventKinds.MemberJoined, member.Id, member.Id);
    }
}
