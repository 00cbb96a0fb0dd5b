using Gilde.Web.Admin;
using Gilde.Web.Formats;
using Gilde.Web.Jobs;

namespace Gilde.Web.Accounts.Invitations;

public enum InviteOutcome { Sent, InvalidAddress, OwnAddress, SentenceTooLong, AlreadyInvited, EnoughForToday }

/// <summary>
/// A member, or the operator on the command line, asks somebody in by mail: one mail, with a sentence of their own.
/// Whether the address belongs to a member already is found out by the job alone, so that the answer never tells.
/// </summary>
public sealed class InviteMember(GildeDb db, IClock clock)
{
    public const int MaxSentence = 300;
    public const int MostADay = 20;
    private const int MostADayByOperators = 500;

    /// <param name="inviterId">Null on the command line.</param>
    /// <param name="caller">From where it was sent, for the inviter's activity log.</param>
    public Task<InviteOutcome> Execute(long? inviterId, Caller caller, string? address, string? sentence, Language language) => db.Alone(async () =>
    {
        var words = VisibleText.Line(sentence ?? "");
        if (!EmailAddress.TryParse(address, out var email)) return InviteOutcome.InvalidAddress;
        if (words.Length > MaxSentence) return InviteOutcome.SentenceTooLong;
        var now = clock.GetCurrentInstant();
        if (inviterId is { } id && await Refusal(id, email, now) is { } refusal) return refusal;

        var token = Links.NewToken();
        var link = db.Add(new MailLink
        {
            Purpose = LinkPurpose.Invitation, TokenHash = Sessions.Hash(token), Email = email.Value, InviterId = inviterId, SentAt = now, ExpiresAt = now + Links.Lifetime(LinkPurpose.Invitation),
        }).Entity;
        // Without the address: both logs outlive the invitation, and nobody has asked the invited person.
        if (inviterId is { } member) db.Note(clock, member, AccountActivityKind.MemberInvited, caller);
        else db.Audit(clock, by: null, AuditAction.MemberInvited);
        await db.SaveChangesAsync();
        db.Enqueue(clock, InvitationJob.JobKind, new InvitationToSend(link.Id, token, words, language));
        await db.SaveChangesAsync();
        return InviteOutcome.Sent;
    });

    private async Task<InviteOutcome?> Refusal(long inviterId, EmailAddress email, Instant now)
    {
        if (await db.Users.AnyAsync(a => a.Id == inviterId && a.NormalizedEmail == email.Key)) return InviteOutcome.OwnAddress;
        var own = db.MailLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.InviterId == inviterId);
        if (await own.AnyAsync(l => l.Email == email.Value && l.UsedAt == null && l.ExpiresAt > now)) return InviteOutcome.AlreadyInvited;
        var yesterday = now - Duration.FromDays(1);
        var most = await db.RoleGrants.AnyAsync(g => g.MemberId == inviterId && g.Role == MemberRole.Operator) ? MostADayByOperators : MostADay;
        return await own.CountAsync(l => l.SentAt > yesterday) >= most ? InviteOutcome.EnoughForToday : null;
    }
}
