namespace Gilde.Web.Accounts;

public static class SessionScopes
{
    /// <summary>Sessions that still open the door: not run out, of a member who is active.</summary>
    public static IQueryable<Session> LiveSessions(this GildeDb db, Instant now) =>
        db.Sessions.Where(s => s.ExpiresAt > now && db.Members.Any(m => m.Id == s.AccountId && m.ActiveSince != null && m.SuspendedAt == null));
}
