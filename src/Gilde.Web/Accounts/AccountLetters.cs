using Gilde.Web.Mail;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts;

/// <summary>The mails about joining and signing in.</summary>
public sealed class AccountLetters(Letters letters, TheNetwork network)
{
    private string Network => network.Face.Name;

    public MailMessage Confirm(Receiver to, string token) => Write(to, t => t["Confirm your e-mail address"], t => new()
    {
        Before = [t["Welcome to {0}. Please confirm that this e-mail address is yours; then you are in.", Network]],
        Link = new(t["Confirm address"], "/confirm/" + token),
        After = [t["The link works for two days. If you did not sign up, ignore this mail: without the link nobody gets in."]],
    });

    public MailMessage AlreadyMember(Receiver to) => Write(to, t => t["Somebody tried to sign up with your address"], t => new()
    {
        Before = [t["Somebody, perhaps you, wanted to sign up at {0} with your e-mail address. You have an account already, so nothing was changed.", Network]],
        Link = new(t["Sign in"], "/signin"),
        After = [t["If you do not remember your password, you can set a new one: {0}", letters.Url("/recover")], t["If it was not you, there is nothing to do."]],
    });

    public MailMessage Recover(Receiver to, string token) => Write(to, t => t["Set a new password"], t => new()
    {
        Before = [t["With this link you set a new password for {0}. All devices are signed out then.", Network]],
        Link = new(t["Set a new password"], "/recover/" + token),
        After = [t["The link works for two hours. If you did not ask for it, ignore this mail: your password stays as it is."]],
    });

    public MailMessage NoAccount(EmailAddress to, Language language) => Write(new(to.Value, "", language), t => t["No account with this address"], t => new()
    {
        Before = [t["Somebody, perhaps you, wanted to set a new password at {0}. There is no account with this e-mail address; perhaps you joined with another.", Network]],
        After = [t["If it was not you, there is nothing to do."]],
    });

    public MailMessage PasswordChanged(Receiver to) => Write(to, t => t["Your password was changed"], t => new()
    {
        Before = [t["The password of your account at {0} was changed. If that was you, there is nothing to do.", Network]],
        Link = new(t["That was not me: set a new password"], "/recover"),
    });

    public MailMessage NewDevice(Receiver to, string device, string time) => Write(to, t => t["Signed in on a new device"], t => new()
    {
        Before = [t["Your account at {0} was just used on a device that we did not know:", Network], $"{device}\n{time}", t["If that was you, there is nothing to do."]],
        Link = new(t["That was not me: see devices"], "/settings/security"),
    });

    public MailMessage SignUpWaits(Receiver to, string name) => Write(to, t => t["{0} would like to join", name], t => new()
    {
        Before = [t["{0} signed up at {1} and confirmed the e-mail address. You decide whether they get in.", name, Network]],
        Link = new(t["To the open sign-ups"], "/admin/members?show=waiting"),
    });

    private MailMessage Write(Receiver to, Func<Texts, string> subject, Func<Texts, Words> words)
    {
        var t = Texts.In(to.Language);
        var said = words(t);
        return letters.Write(new Letter(to.Language, to.Email, subject(t)) { Name = to.Name, Before = said.Before, Link = said.Link, After = said.After });
    }

    private sealed record Words
    {
        public IReadOnlyList<string> Before { get; init; } = [];
        public LetterLink? Link { get; init; }
        public IReadOnlyList<string> After { get; init; } = [];
    }
}
