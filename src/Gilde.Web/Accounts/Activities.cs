namespace Gilde.Web.Accounts;

public static class Activities
{
    /// <summary>Adds a line to the log that the member reads, in the unit of work.</summary>
    public static void Note(this GildeDb db, IClock clock, long accountId, AccountActivityKind kind, Caller caller) =>
        db.Add(new AccountActivity { AccountId = accountId, Kind = kind, At = clock.GetCurrentInstant(), Address = caller.Address, Device = caller.Device });
}
