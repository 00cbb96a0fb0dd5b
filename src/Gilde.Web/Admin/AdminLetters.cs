using Gilde.Web.Accounts;
using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Admin;

/// <summary>Mails about what moderators and operators decided about a member.</summary>
public sealed class AdminLetters(Letters letters, TheNetwork network)
{
    private string Network => network.Face.Name;

    public MailMessage Approved(Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["You are in"])
        {
            Name = to.Name, Before = [t["The operator of {0} has approved your sign-up. Welcome!", Network]], Link = new(t["Sign in"], "/signin?next=/welcome"),
        });
    }

    public MailMessage Declined(Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Your sign-up"]) { Name = to.Name, Before = [t["The operator of {0} has not approved your sign-up. Your data have been deleted.", Network]] });
    }

    public MailMessage Restored(Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Your account is open again"])
        {
            Name = to.Name, Before = [t["Your account at {0} is no longer suspended. Everything is as it was.", Network]], Link = new(t["Sign in"], "/signin"),
        });
    }
}
