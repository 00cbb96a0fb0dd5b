using Gilde.Web.Accounts.Security;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Preferences;

/// <summary>A new password by somebody who knows the old one; all other devices are signed out.</summary>
public sealed class ChangePassword(GildeDb db, IClock clock, Passwords passwords, OwnerCheck owner, AccountLetters letters)
{
    /// <summary>What was wrong, by field; nothing when it is done.</summary>
    public async Task<FieldErrors> Execute(Viewer viewer, string? current, string? chosen, Caller caller)
    {
        var errors = new FieldErrors();
        var receiver = await db.ReceiverOf(viewer.Id);
        EmailAddress.TryParse(receiver.Email, out var email);
        if (NewPassword.Problem(chosen, email, viewer.Name, viewer.T) is { } weak) return errors.Add("chosen", weak);
        if (await owner.Problem(viewer, current) is { } problem) return errors.Add("password", problem);
        var hash = passwords.Hash(chosen!);
        await db.Atomically(async () =>
        {
            (await db.Users.SingleAsync(a => a.Id == viewer.Id)).SetPassword(hash);
            await db.Sessions.Where(s => s.AccountId == viewer.Id && s.Id != viewer.SessionId).ExecuteDeleteAsync();
            db.Note(clock, viewer.Id, AccountActivityKind.PasswordChanged, caller);
            db.Send(clock, letters.PasswordChanged(receiver));
            return await db.SaveChangesAsync();
        });
        return errors;
    }
}
