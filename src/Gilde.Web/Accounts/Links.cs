using System.Security.Cryptography;

namespace Gilde.Web.Accounts;

/// <summary>Makes and finds the links that mails carry. The token is in the mail alone; the database knows its hash.</summary>
public static class Links
{
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static Duration Lifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ConfirmAddress or LinkPurpose.ChangeAddress => Duration.FromDays(2),
        LinkPurpose.RecoverPassword => Duration.FromHours(2),
        LinkPurpose.Invitation => Duration.FromDays(30),
        LinkPurpose.UndoAddressChange => Duration.FromDays(14),
        LinkPurpose.UndoErasure => Duration.FromDays(7),
    };

    /// <summary>Adds a link to the unit of work and returns its token, for the mail.</summary>
    public static string NewLink(this GildeDb db, IClock clock, LinkPurpose purpose, long accountId, string email)
    {
        var (token, now) = (NewToken(), clock.GetCurrentInstant());
        db.Add(new MailLink { Purpose = purpose, TokenHash = Sessions.Hash(token), AccountId = accountId, Email = email, SentAt = now, ExpiresAt = now + Lifetime(purpose) });
        return token;
    }

    /// <summary>The link that a token opens: of this purpose, unused, not expired.</summary>
    public static Task<MailLink?> Link(this GildeDb db, LinkPurpose purpose, string token, Instant now, CancellationToken stop = default)
    {
        if (token.Length != 64) return Task.FromResult<MailLink?>(null);
        var hash = Sessions.Hash(token);
        return db.MailLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now, stop);
    }

    /// <summary>Marks the link as used; false if another request was faster. Call it in the transaction of what the link does.</summary>
    public static async Task<bool> Use(this GildeDb db, MailLink link, Instant now, long? by = null) =>
        await db.MailLinks.Where(l => l.Id == link.Id && l.UsedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(l => l.UsedAt, now).SetProperty(l => l.UsedById, by)) == 1;

    /// <summary>A newer link replaces the older ones of its purpose.</summary>
    public static Task DropLinks(this GildeDb db, long accountId, LinkPurpose purpose, CancellationToken stop = default) =>
        db.MailLinks.Where(l => l.AccountId == accountId && l.Purpose == purpose && l.UsedAt == null).ExecuteDeleteAsync(stop);
}
