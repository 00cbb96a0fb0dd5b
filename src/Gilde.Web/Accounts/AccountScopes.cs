using Gilde.Web.Profiles;

namespace Gilde.Web.Accounts;

/// <summary>Members as the owner of their account reaches them: by proof of who they are, not by what others may see.</summary>
public static class AccountScopes
{
    /// <summary>The account with this e-mail address, confirmed or not.</summary>
    public static Task<Account?> AccountOf(this GildeDb db, EmailAddress email, CancellationToken stop = default) =>
        db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == email.Key, stop);

    /// <summary>The member behind an account, in whatever state.</summary>
    public static Task<Member> MemberOf(this GildeDb db, long accountId, CancellationToken stop = default) => db.Members.SingleAsync(m => m.Id == accountId, stop);

    /// <summary>The viewer's own row, for changing a column of it.</summary>
    internal static IQueryable<Member> OwnRow(this GildeDb db, Viewer viewer) => db.Members.Where(m => m.Id == viewer.Id);

    /// <summary>To whom mail for an account is written.</summary>
    public static Task<Receiver> ReceiverOf(this GildeDb db, long accountId, CancellationToken stop = default) =>
        (from a in db.Users
         join m in db.Members on a.Id equals m.Id
         where a.Id == accountId
         select new Receiver(a.Email!, m.Name, m.Language)).SingleAsync(stop);

    /// <summary>The operators who can be written to.</summary>
    public static Task<List<Receiver>> Operators(this GildeDb db, CancellationToken stop = default) =>
        (from g in db.RoleGrants
         join a in db.Users on g.MemberId equals a.Id
         join m in db.Members on a.Id equals m.Id
         where g.Role == MemberRole.Operator && m.ActiveSince != null && m.SuspendedAt == null
         select new Receiver(a.Email!, m.Name, m.Language)).ToListAsync(stop);

    /// <summary>Members who signed up before a time and never confirmed their address.</summary>
    public static IQueryable<Member> UnconfirmedSince(this GildeDb db, Instant before) =>
        db.Members.Where(m => m.JoinedAt < before && m.ActiveSince == null && db.Users.Any(a => a.Id == m.Id && !a.EmailConfirmed && !a.AwaitsApproval) && !db.ErasureRequests.Any(r => r.MemberId == m.Id));

    /// <summary>A handle for the name that nobody has.</summary>
    public static async Task<string> FreeHandle(this GildeDb db, string name, CancellationToken stop = default)
    {
        var handle = Handles.From(name);
        var taken = await db.Members.Where(m => m.Handle == handle || m.Handle.StartsWith(handle + "-")).Select(m => m.Handle)
            .Concat(db.FormerHandles.Where(f => f.Handle == handle || f.Handle.StartsWith(handle + "-")).Select(f => f.Handle)).ToListAsync(stop);
        return Handles.Free(handle, taken.ToHashSet());
    }
}

public sealed record Receiver(string Email, string Name, Language Language);
