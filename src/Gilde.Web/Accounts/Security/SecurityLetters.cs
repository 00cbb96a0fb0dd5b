using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts.Security;

/// <summary>Mails that tell the owner of an account what was changed about how one gets into it.</summary>
public sealed class SecurityLetters(Letters letters, TheNetwork network)
{
    public MailMessage Changed(Receiver to, AccountActivityKind what)
    {
        var t = Texts.In(to.Language);
        return letters.Write(new Letter(to.Language, to.Email, What(t, what))
        {
            Name = to.Name,
            Before = [t["In your account at {0}:", network.Face.Name] + " " + What(t, what) + ".", t["If that was you, there is nothing to do."]],
            Link = new(t["See the security of my account"], "/settings/security"),
            After = [t["If it was not you, set a new password at once: {0}", letters.Url("/recover")]],
        });
    }

    private static string What(Texts t, AccountActivityKind what) => what switch
    {
        AccountActivityKind.SecondFactorOn => t["Second factor turned on"],
        AccountActivityKind.SecondFactorOff => t["Second factor turned off"],
        AccountActivityKind.RecoveryCodesRenewed => t["Recovery codes renewed"],
        AccountActivityKind.RecoveryCodeUsed => t["Recovery code used"],
        AccountActivityKind.PasskeyAdded => t["Passkey added"],
        AccountActivityKind.PasskeyRemoved => t["Passkey removed"],
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No mail tells of this."),
    };
}
