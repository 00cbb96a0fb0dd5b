using Gilde.Web.Jobs;
using Gilde.Web.Setup;

namespace Gilde.Web.Accounts;

public sealed record SignUpForm
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Password { get; init; }
    public string? Language { get; init; }
    public bool Sixteen { get; init; }
    public bool Terms { get; init; }
    /// <summary>Token of the invitation's link.</summary>
    public string? Invitation { get; init; }
    /// <summary>No person sees this field; programs fill it in.</summary>
    public string? Website { get; init; }
}

public enum SignUpOutcome { LookIntoMailbox, Joined, AwaitsApproval, Invalid, InvitationNeeded, Paused }

/// <param name="BrowserToken">For the cookie by which this browser may confirm without the password.</param>
/// <param name="Account">Of somebody who is in at once.</param>
public sealed record SignUpResult(SignUpOutcome Outcome, FieldErrors Errors, string BrowserToken = "", Duration? Wait = null, Account? Account = null);

/// <summary>
/// Takes a sign-up. What happens next depends on whether the address is known, so a job does it: the answer, and how long it takes, is always the same. Only who
/// comes by an invitation to their own address is let in at once: they have proven that it is theirs.
/// </summary>
public sealed class SignUp(GildeDb db, IClock clock, TheNetwork network, Door door, Passwords passwords, JoinByInvitation join)
{
    public async Task<SignUpResult> Execute(Viewer viewer, SignUpForm form, Caller caller)
    {
        var invitation = form.Invitation is { Length: > 0 } token ? await db.Link(LinkPurpose.Invitation, token, clock.GetCurrentInstant()) : null;
        if (invitation is null && network.Current.Signup == SignupMode.Invitation) return new(SignUpOutcome.InvitationNeeded, new());
        var (errors, name, email) = Check(viewer.T, form);
        if (errors.Any || email is null) return new(SignUpOutcome.Invalid, errors);
        if (await door.Knock(DoorKey.Network(caller)) is { } wait) return new(SignUpOutcome.Paused, errors, Wait: wait);

        var browser = Links.NewToken();
        var hash = passwords.Hash(form.Password!);
        if (!string.IsNullOrEmpty(form.Website)) return new(SignUpOutcome.LookIntoMailbox, errors, browser);
        var request = new SignUpRequest(name, email.Value, hash, Languages.Parse(form.Language) ?? viewer.Language, Sessions.Hash(browser), invitation?.Id, caller);
        if (invitation is not null && await join.Execute(request, email, invitation) is { } account)
            return new(account.AwaitsApproval ? SignUpOutcome.AwaitsApproval : SignUpOutcome.Joined, errors, Account: account);
        db.Enqueue(clock, SignUpJob.JobKind, request);
        await db.SaveChangesAsync();
        return new(SignUpOutcome.LookIntoMailbox, errors, browser);
    }

    private static (FieldErrors, string Name, EmailAddress?) Check(Texts t, SignUpForm form)
    {
        var errors = new FieldErrors();
        var name = RealName.Clean(form.Name);
        if (RealName.Problem(name, t) is { } wrongName) errors.Add("name", wrongName);
        errors.IsAddress(EmailAddress.TryParse(form.Email, out var email), t);
        if (NewPassword.Problem(form.Password, email, name, t) is { } weak) errors.Add("password", weak);
        if (!form.Sixteen) errors.Add("sixteen", t["The network is for people of 16 years and older."]);
        if (!form.Terms) errors.Add("terms", t["Please agree to the rules to join."]);
        return (errors, name, email);
    }
}
