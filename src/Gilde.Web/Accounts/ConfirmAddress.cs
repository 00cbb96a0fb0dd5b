namespace Gilde.Web.Accounts;

public enum ConfirmOutcome { Confirmed, AwaitsApproval, LinkInvalid, WrongPassword, Paused }

public sealed record ConfirmResult(ConfirmOutcome Outcome, long AccountId = 0, Duration? Wait = null);

/// <summary>
/// The link of the mail was opened and its button pressed. In another browser than the one that signed up the password is asked for:
/// otherwise somebody could sign up with a stranger's address and have the stranger open an account that they know the password of.
/// </summary>
public sealed class ConfirmAddress(GildeDb db, IClock clock, Door door, Passwords passwords, Joining joining)
{
    public static bool NeedsPassword(MailLink link, string? browserToken) =>
        browserToken is null || link.BrowserHash is null || !Sessions.Hash(browserToken).AsSpan().SequenceEqual(link.BrowserHash);

    public async Task<ConfirmResult> Execute(string token, string? browserToken, string? password, Caller caller)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Link(LinkPurpose.ConfirmAddress, token, now) is not { AccountId: { } accountId } link) return new(ConfirmOutcome.LinkInvalid);
        if (NeedsPassword(link, browserToken))
        {
            if (await door.Knock(DoorKey.Confirmation(link.Id)) is { } wait) return new(ConfirmOutcome.Paused, Wait: wait);
            if (!passwords.Matches(await db.Users.FindAsync(accountId), password)) return new(ConfirmOutcome.WrongPassword);
        }
        return await db.Atomically(async () =>
        {
            if (!await db.Use(link, now, accountId)) return new ConfirmResult(ConfirmOutcome.LinkInvalid);
            var account = await db.Users.SingleAsync(a => a.Id == accountId);
            account.EmailConfirmed = true;
            db.Note(clock, accountId, AccountActivityKind.AddressConfirmed, caller);
            await TakeInvitation(link, accountId, now);
            var isIn = await joining.Enter(account);
            await db.SaveChangesAsync();
            return new ConfirmResult(isIn ? ConfirmOutcome.Confirmed : ConfirmOutcome.AwaitsApproval, accountId);
        });
    }

    /// <summary>An invitation brings one person.</summary>
    private Task TakeInvitation(MailLink link, long accountId, Instant now) =>
        db.MailLinks.Where(l => l.Id == link.InvitationId && l.UsedAt == null).ExecuteUpdateAsync(u => u.SetProperty(l => l.UsedAt, now).SetProperty(l => l.UsedById, accountId));
}
