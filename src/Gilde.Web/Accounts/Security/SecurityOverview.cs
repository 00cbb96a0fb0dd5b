using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Accounts.Security;

public sealed record DeviceRow(long Id, string Device, string Address, Instant StartedAt, Instant SeenAt, bool IsThis);

public sealed record PasskeyRow(string Id, string Name, Instant CreatedAt);

/// <summary>Everything about how one gets into an account.</summary>
public sealed record SecurityState(Instant? SecondFactorSince, int CodesLeft, IReadOnlyList<PasskeyRow> Passkeys, IReadOnlyList<DeviceRow> Devices);

public sealed class SecurityOverview(GildeDb db, UserManager<Account> accounts)
{
    public async Task<SecurityState> Of(Viewer viewer)
    {
        var since = await db.SecondFactors.Where(f => f.AccountId == viewer.Id).Select(f => f.Since).SingleOrDefaultAsync();
        var account = await db.Users.SingleAsync(a => a.Id == viewer.Id);
        var passkeys = (await accounts.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)
            .Select(p => new PasskeyRow(Base64Url.EncodeToString(p.CredentialId), p.Name ?? "Passkey", Instant.FromDateTimeOffset(p.CreatedAt))).ToList();
        var devices = await db.Sessions.Where(s => s.AccountId == viewer.Id).OrderByDescending(s => s.SeenAt)
            .Select(s => new DeviceRow(s.Id, s.Device, s.Address, s.StartedAt, s.SeenAt, s.Id == viewer.SessionId)).ToListAsync();
        return new SecurityState(since, await db.RecoveryCodesLeft(viewer.Id), passkeys, devices);
    }
}
