using Gilde.Web.Accounts.Security;
using Gilde.Web.Admin;
using Gilde.Web.Events;
using Gilde.Web.Mail;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>A member leaves: invisible and signed out at once, erased after seven days. Until then the link in the mail takes it back.</summary>
public sealed class RequestErasure(GildeDb db, IClock clock, OwnerCheck owner, LeavingLetters letters)
{
    public static readonly Duration Grace = Links.Lifetime(LinkPurpose.UndoErasure);

    /// <summary>What was wrong, in words; null when it is done.</summary>
    public async Task<string?> Execute(Viewer viewer, string? password, Caller caller)
    {
        if (await owner.Problem(viewer, password) is { } problem) return problem;
        return await db.Alone(async () =>
        {
            if (await db.IsLastOperator(viewer.Id)) return viewer.T["You are the only operator. Give the role to somebody else first."];
            var member = await db.MemberOf(viewer.Id);
            if (member.ActiveSince is not { } activeSince || await db.ErasureRequests.AnyAsync(r => r.MemberId == viewer.Id)) return null;
            var now = clock.GetCurrentInstant();
            db.Add(new ErasureRequest { MemberId = member.Id, AskedAt = now, DueAt = now + Grace, ActiveSince = activeSince });
            member.ActiveSince = null;
            await db.Sessions.Where(s => s.AccountId == member.Id).ExecuteDeleteAsync();
            db.Note(clock, member.Id, AccountActivityKind.ErasureAsked, caller);
            // For everybody else it is as if they were suspended.
            db.Record(clock, EventKinds.MemberSuspended, member.Id, member.Id);
            var to = await db.ReceiverOf(member.Id);
            db.Send(clock, letters.Leaving(to, db.NewLink(clock, LinkPurpose.UndoErasure, member.Id, to.Email)));
            await db.SaveChangesAsync();
            return (string?)null;
        });
    }
}

/// <summary>The member has changed their mind: everything is as it was.</summary>
public sealed class UndoErasure(GildeDb db, IClock clock)
{
    public Task<bool> Execute(string token, Caller caller) => db.Alone(async () =>
    {
        var now = clock.GetCurrentInstant();
        if (await db.Link(LinkPurpose.UndoErasure, token, now) is not { AccountId: { } id } link || !await db.Use(link, now, id)) return false;
        if (await db.ErasureRequests.SingleOrDefaultAsync(r => r.MemberId == id) is not { } request) return false;
        var member = await db.MemberOf(id);
        member.ActiveSince = request.ActiveSince;
        db.Remove(request);
        db.Note(clock, id, AccountActivityKind.ErasureUndone, caller);
        if (member.SuspendedAt is null) db.Record(clock, EventKinds.MemberRestored, id, id);
        await db.SaveChangesAsync();
        return true;
    });
}
