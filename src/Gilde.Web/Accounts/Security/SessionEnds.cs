namespace Gilde.Web.Accounts.Security;

/// <summary>Ends sessions from elsewhere: their cookies are worth nothing within two seconds, on every node.</summary>
public static class SessionEnds
{
    public static async Task<bool> EndSession(this GildeDb db, IClock clock, long accountId, long sessionId, Caller caller) => await db.Atomically(async () =>
    {
        if (await db.Sessions.Where(s => s.Id == sessionId && s.AccountId == accountId).ExecuteDeleteAsync() == 0) return false;
        db.Note(clock, accountId, AccountActivityKind.SessionRevoked, caller);
        await db.SaveChangesAsync();
        return true;
    });

    public static Task EndSessions(this GildeDb db, IClock clock, long accountId, Caller caller, long except = 0) => db.Atomically(async () =>
    {
        if (await db.Sessions.Where(s => s.AccountId == accountId && s.Id != except).ExecuteDeleteAsync() == 0) return 0;
        db.Note(clock, accountId, AccountActivityKind.SessionRevoked, caller);
        return await db.SaveChangesAsync();
    });
}
