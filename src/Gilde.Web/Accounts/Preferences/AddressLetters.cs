using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts.Preferences;

/// <summary>Mails about another e-mail address for an account.</summary>
public sealed class AddressLetters(Letters letters, TheNetwork network)
{
    public MailMessage Confirm(Receiver to, string token)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Confirm your new e-mail address"])
        {
            Name = to.Name,
            Before = [t["This is to become the e-mail address of your account at {0}. Please confirm that it is yours.", network.Face.Name]],
            Link = new(t["Confirm address"], "/account/address/" + token),
            After = [t["The link works for two days."], t["If it was not you, there is nothing to do."]],
        });
    }

    public MailMessage Taken(Receiver to)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, t["Somebody wanted to use your address"])
        {
            Name = to.Name,
            Before = [t["Somebody, perhaps you, wanted to give another account at {0} your e-mail address. It belongs to your account, so nothing was changed.", network.Face.Name]],
            After = [t["If it was not you, there is nothing to do."]],
        });
    }

    public MailMessage Changed(Receiver old, string newAddress, string token)
    {
        var t = Texts.In(old.Language);
        return letters.Write(new Letter(old.Language, old.Email, t["Your e-mail address was changed"])
        {
            Name = old.Name,
            Before = [t["Your account at {0} now has the address {1}. If that was you, there is nothing to do.", network.Face.Name, newAddress]],
            Link = new(t["That was not me: take it back"], "/account/undo-address/" + token),
            After = [t["The link works for 14 days. It brings this address back and signs out all devices."]],
        });
    }
}
