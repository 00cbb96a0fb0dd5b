namespace Gilde.Web.Accounts;

/// <summary>
/// Whoever signs up by the link of an invitation, with the address that it was mailed to, has proven by the link that the address is theirs: they are in
/// without a second mail.
/// </summary>
public sealed class JoinByInvitation(GildeDb db, IClock clock, MakeAccount make, Joining joining)
{
    /// <summary>Null, and nothing done, where the link proves nothing: it was mailed to another address, is used up, or the address has an account already.</summary>
    public async Task<Account?> Execute(SignUpRequest request, EmailAddress email, MailLink invitation)
    {
        if (!EmailAddress.TryParse(invitation.Email, out var invited) || invited.Key != email.Key) return null;
        return await make.Atomically(async () =>
        {
            if (await db.AccountOf(email) is { EmailConfirmed: true } || !await db.Use(invitation, clock.GetCurrentInstant())) return null;
            var account = (await make.For(request, email))!;
            await db.MailLinks.Where(l => l.Id == invitation.Id).ExecuteUpdateAsync(u => u.SetProperty(l => l.UsedById, account.Id));
            account.EmailConfirmed = true;
            db.Note(clock, account.Id, AccountActivityKind.AddressConfirmed, request.Caller);
            await joining.Enter(account);
            await db.SaveChangesAsync();
            return account;
        });
    }
}
