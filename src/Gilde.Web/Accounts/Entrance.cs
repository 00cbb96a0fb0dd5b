using Gilde.Web.Mail;

namespace Gilde.Web.Accounts;

/// <summary>Starts the session of somebody who proved who they are, writes it down and tells the owner of a device that is new.</summary>
public sealed class Entrance(GildeDb db, IClock clock, Sessions sessions, KnownDevices devices, AccountLetters letters)
{
    public async Task Open(HttpContext http, Account account, AccountActivityKind how)
    {
        var caller = Caller.Of(http);
        await db.Atomically(async () =>
        {
            if (!devices.Knows(http, account) && await db.AccountActivities.AnyAsync(a => a.AccountId == account.Id && (a.Kind == AccountActivityKind.SignedIn || a.Kind == AccountActivityKind.PasskeyUsed)))
                await Tell(account, caller);
            db.Note(clock, account.Id, how, caller);
            return await sessions.Start(db, http, account.Id);
        });
        devices.Remember(http, account);
    }

    private async Task Tell(Account account, Caller caller)
    {
        var to = await db.ReceiverOf(account.Id);
        var member = await db.MemberOf(account.Id);
        var (t, zone) = (Texts.In(to.Language), DateTimeZoneProviders.Tzdb.GetZoneOrNull(member.TimeZone) ?? DateTimeZone.Utc);
        db.Send(clock, letters.NewDevice(to, DeviceName.Of(caller.Device, t), ShownTime.Moment(t, zone, clock.GetCurrentInstant())));
    }
}
