using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>The mails to those who leave, and who take their data with them.</summary>
public sealed class LeavingLetters(Letters letters, TheNetwork network)
{
    public MailMessage Leaving(Receiver to, string token)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Your account will be erased"])
        {
            Name = to.Name,
            Before = [t["You asked for your account at {0} to be erased. Nobody sees you there any more. In seven days everything that belongs to you is deleted for good.", network.Face.Name]],
            Link = new(t["I have changed my mind"], "/account/stay/" + token),
            After = [t["If it was not you, open the link and set a new password at once: {0}", letters.Url("/recover")], t["Thank you for having been here."]],
        });
    }

    public MailMessage ExportReady(Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["The copy of your data is ready"])
        {
            Name = to.Name,
            Before = [t["You can now download everything that {0} has stored about you. The file is there for seven days.", network.Face.Name]],
            Link = new(t["Download"], "/settings/export"),
        });
    }
}
