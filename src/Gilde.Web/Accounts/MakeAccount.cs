using Gilde.Web.Profiles;

namespace Gilde.Web.Accounts;

/// <summary>What somebody filled in to join.</summary>
public sealed record SignUpRequest(string Name, string Email, string PasswordHash, Language Language, byte[] BrowserHash, long? InvitationId, Caller Caller);

/// <summary>Makes the account that a sign-up asks for; that the address is theirs is yet to be proven.</summary>
public sealed class MakeAccount(GildeDb db, IClock clock)
{
    private const int Tries = 5;

    /// <summary>Null if the address has a confirmed account. Of sign-ups that nobody confirmed the newest counts, and older links die. Joins the unit of work.</summary>
    public async Task<Account?> For(SignUpRequest request, EmailAddress email, CancellationToken stop = default)
    {
        var account = await db.AccountOf(email, stop);
        if (account is { EmailConfirmed: true }) return null;
        account = account is null ? await Create(request, email, stop) : await Replace(account, request, stop);
        await db.SaveChangesAsync(stop);
        return account;
    }

    /// <summary>Runs the work as one unit; again where two of one name, or one person twice, came at the same moment and the other was faster.</summary>
    public async Task<T> Atomically<T>(Func<Task<T>> work, CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.Atomically(work, stop);
            }
            catch (DbUpdateException error) when (attempt < Tries && db.IsUniqueViolation(error))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Account> Create(SignUpRequest request, EmailAddress email, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var member = db.Add(new Member(request.Name, await db.FreeHandle(request.Name, stop), request.Language, now)).Entity;
        await db.SaveChangesAsync(stop);
        db.Note(clock, member.Id, AccountActivityKind.SignedUp, request.Caller);
        return db.Add(Account.New(member.Id, email, request.PasswordHash, now)).Entity;
    }

    private async Task<Account> Replace(Account account, SignUpRequest request, CancellationToken stop)
    {
        account.PasswordHash = request.PasswordHash;
        var member = await db.MemberOf(account.Id, stop);
        if (member.Name != request.Name) member.Handle = await db.FreeHandle(request.Name, stop);
        (member.Name, member.Language) = (request.Name, request.Language);
        await db.DropLinks(account.Id, LinkPurpose.ConfirmAddress, stop);
        return account;
    }
}
