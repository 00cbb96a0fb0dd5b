using System.Text.Json;
using Gilde.Web.Data;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Gilde.Web.Profiles;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Accounts;

public sealed record SignUpRequest(string Name, string Email, string PasswordHash, Language Language, byte[] BrowserHash, long? InvitationId, Caller Caller);

/// <summary>Makes the account of a sign-up and sends the link that confirms it. Whoever has an account already learns that somebody tried.</summary>
public sealed class SignUpJob(GildeDb db, IClock clock, Door door, AccountLetters letters) : IJobHandler
{
    public const string JobKind = "sign-up";
    private const int Tries = 5;

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var request = JsonSerializer.Deserialize<SignUpRequest>(payload)!;
        if (!EmailAddress.TryParse(request.Email, out var email) || await door.Knock(DoorKey.Mail(email)) is not null) return;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Answer(request, email, stop);
                return;
            }
            catch (DbUpdateException error) when (attempt < Tries && db.IsUniqueViolation(error))
            {
                // Two of one name, or one person twice, at the same moment: the other was faster.
                db.ChangeTracker.Clear();
            }
        }
    }

    private Task<int> Answer(SignUpRequest request, EmailAddress email, CancellationToken stop) => db.Atomically(async () =>
    {
        var account = await db.AccountOf(email, stop);
        if (account is { EmailConfirmed: true }) db.Send(clock, letters.AlreadyMember(await db.ReceiverOf(account.Id, stop)));
        else await SendLink(request, await (account is null ? Create(request, email, stop) : Replace(account, request, stop)), stop);
        return await db.SaveChangesAsync(stop);
    }, stop);

    private async Task<Account> Create(SignUpRequest request, EmailAddress email, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var member = db.Add(new Member(request.Name, await db.FreeHandle(request.Name, stop), request.Language, now)).Entity;
        await db.SaveChangesAsync(stop);
        db.Note(clock, member.Id, AccountActivityKind.SignedUp, request.Caller);
        return db.Add(Account.New(member.Id, email, request.PasswordHash, now)).Entity;
    }

    /// <summary>Nobody has proven yet that the address is theirs: the newest sign-up counts, older links die.</summary>
    private async Task<Account> Replace(Account account, SignUpRequest request, CancellationToken stop)
    {
        account.PasswordHash = request.PasswordHash;
        var member = await db.MemberOf(account.Id, stop);
        if (member.Name != request.Name) member.Handle = await db.FreeHandle(request.Name, stop);
        (member.Name, member.Language) = (request.Name, request.Language);
        await db.DropLinks(account.Id, LinkPurpose.ConfirmAddress, stop);
        return account;
    }

    private async Task SendLink(SignUpRequest request, Account account, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        var (token, now) = (Links.NewToken(), clock.GetCurrentInstant());
        db.Add(new MailLink
        {
            Purpose = LinkPurpose.ConfirmAddress, TokenHash = Sessions.Hash(token), AccountId = account.Id, Email = account.Email!, SentAt = now,
            ExpiresAt = now + Links.Lifetime(LinkPurpose.ConfirmAddress), InvitationId = request.InvitationId, BrowserHash = request.BrowserHash,
        });
        db.Send(clock, letters.Confirm(new Receiver(account.Email!, request.Name, request.Language), token));
    }
}
