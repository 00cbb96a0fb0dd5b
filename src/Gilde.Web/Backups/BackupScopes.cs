using Gilde.Web.Profiles;

namespace Gilde.Web.Backups;

internal static class BackupScopes
{
    /// <summary>The member whom a backup brought back although they were erased at that time; one who joined later has merely got the same number.</summary>
    public static IQueryable<Member> BroughtBack(this GildeDb db, long memberId, Instant erasedAt) => db.Members.Where(m => m.Id == memberId && m.JoinedAt < erasedAt);
}
