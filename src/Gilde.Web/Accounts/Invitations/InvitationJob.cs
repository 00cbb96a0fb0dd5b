using System.Text.Json;
using Gilde.Web.Jobs;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Invitations;

public sealed record InvitationToSend(long LinkId, string Token, string Sentence, Language Language);

/// <summary>Sends an invitation. A member already hears who wanted to invite them instead, unless they want no dealings with that person.</summary>
public sealed class InvitationJob(GildeDb db, IClock clock, Door door, InvitationLetters letters) : IJobHandler
{
    public const string JobKind = "invitation";

    public string Kind => JobKind;

    public async Task Run(string payload, CancellationToken stop)
    {
        var send = JsonSerializer.Deserialize<InvitationToSend>(payload)!;
        var link = await db.MailLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == send.LinkId && l.UsedAt == null, stop);
        if (link is null || !EmailAddress.TryParse(link.Email, out var email) || await door.Knock(DoorKey.Mail(email)) is not null) return;
        var inviter = link.InviterId is { } id ? await db.Inviter(id, stop) : null;
        if (link.InviterId is not null && inviter is null) return;

        var account = await db.AccountOf(email, stop);
        if (account is not { EmailConfirmed: true }) db.Send(clock, letters.Invite(new Receiver(email.Value, "", send.Language), inviter, send.Sentence, send.Token));
        else if (inviter is not null && !await db.Blocks.AnyAsync(b => b.MemberId == account.Id && b.BlockedId == inviter.Id, stop))
            db.Send(clock, letters.AlreadyHere(await db.ReceiverOf(account.Id, stop), inviter, send.Sentence));
    }
}
