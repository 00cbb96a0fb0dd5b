using Gilde.Web.Formats;

namespace Gilde.Web.Admin;

public static class AuditLog
{
    /// <summary>Adds a line to the audit log, in the unit of work of what it tells. <paramref name="by"/> is null on the command line.</summary>
    public static void Audit(this GildeDb db, IClock clock, long? by, AuditAction action, long? member = null, string note = "") =>
        db.Add(new AuditEntry { At = clock.GetCurrentInstant(), ById = by, Action = action, MemberId = member, Note = VisibleText.Cut(note, AuditEntry.MaxNote) });
}
