using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts;

/// <summary>Makes the account of a sign-up and sends the link that confirms it. Whoever has an account already learns that somebody tried.</summary>
public sealed class SignUpJob(GildeDb db, IClock clock, Door door, MakeAccount make, AccountLetters letters) : IJobHandler
{
    public const string JobKind = "sign-up";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var request = JsonSerializer.Deserialize<SignUpRequest>(payload)!;
        if (!EmailAddress.TryParse(request.Email, out var email) || await door.Knock(DoorKey.Mail(email)) is not null) return;
        await make.Atomically(async () =>
        {
            if (await make.For(request, email, stop) is { } account) SendLink(request, account);
            else db.Send(clock, letters.AlreadyMember(await db.ReceiverOf((await db.AccountOf(email, stop))!.Id, stop)));
            return await db.SaveChangesAsync(stop);
        }, stop);
    }

    private void SendLink(SignUpRequest request, Account account)
    {
        var (token, now) = (Links.NewToken(), clock.GetCurrentInstant());
        db.Add(new MailLink
        {
            Purpose = LinkPurpose.ConfirmAddress, TokenHash = Sessions.Hash(token), AccountId = account.Id, Email = account.Email!, SentAt = now,
            ExpiresAt = now + Links.Lifetime(LinkPurpose.ConfirmAddress), InvitationId = request.InvitationId, BrowserHash = request.BrowserHash,
        });
        db.Send(clock, letters.Confirm(new Receiver(account.Email!, request.Name, request.Language), token));
    }
}
