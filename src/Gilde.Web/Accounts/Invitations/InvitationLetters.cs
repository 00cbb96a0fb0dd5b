using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts.Invitations;

/// <summary>The mails of an invitation.</summary>
public sealed class InvitationLetters(Letters letters, TheNetwork network)
{
    private NetworkFace Network => network.Face;

    public MailMessage Invite(Receiver to, Inviter? inviter, string sentence, string token)
    {
        var t = Texts.In(to.Language);
        var who = inviter is null ? t["The operator of {0} invites you to join.", Network.Name] : t["{0} invites you to join {1}.", inviter.Name, Network.Name];
        return letters.Write(new Letter(to.Language, to.Email, inviter is null ? t["Invitation to {0}", Network.Name] : t["{0} invites you", inviter.Name])
        {
            Before = [who, .. Quoted(t, sentence), Network.Trade.Length > 0 ? t["{0} is the network of {1}: it shows who knows whom and helps people to find each other.", Network.Name, Network.Trade] : ""],
            Link = new(t["Accept the invitation"], "/signup?invitation=" + token),
            After = [t["The link works for 30 days. Your address is used for this one mail and then deleted; if you do nothing, you hear no more from us."]],
        });
    }

    public MailMessage AlreadyHere(Receiver to, Inviter inviter, string sentence)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["{0} wanted to invite you", inviter.Name])
        {
            Name = to.Name,
            Before = [t["{0} did not know that you are a member of {1} already. Nobody has told them: you decide whether you get in touch.", inviter.Name, Network.Name], .. Quoted(t, sentence)],
            Link = new(t["See {0}'s profile", inviter.Name], "/@" + inviter.Handle),
        });
    }

    public MailMessage Accepted(Receiver to, string name, string handle)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["{0} has joined", name])
        {
            Name = to.Name,
            Before = [t["{0} has accepted your invitation and is a member of {1} now.", name, Network.Name]],
            Link = new(t["See {0}'s profile", name], "/@" + handle),
        });
    }

    private static string[] Quoted(Texts t, string sentence) => sentence.Length == 0 ? [] : [t["“{0}”", sentence]];
}
