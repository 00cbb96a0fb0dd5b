using Gilde.Web.Admin;
using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Groups.Running;
using Gilde.Web.Moderation;
using Gilde.Web.Pictures;
using Gilde.Web.Posts;

namespace Gilde.Web.Accounts.Leaving;

/// <summary>Deletes a member with everything that belongs to them, for good. What remains is a line in the ledger: id and time.</summary>
public sealed class EraseMember(GildeDb db, IClock clock, PictureFolder pictures, ExportFolder exports)
{
    public async Task<bool> Execute(Actor? actor, long memberId)
    {
        var folders = await db.Pictures.Where(p => p.OwnerId == memberId).Select(p => p.Folder).ToListAsync();
        var files = await db.Exports.Where(e => e.AccountId == memberId && e.File != "").Select(e => e.File).ToListAsync();
        if (!await db.Alone(() => EraseRows(actor, memberId))) return false;
        // What a crash leaves behind here the daily sweeps find.
        foreach (var folder in folders) pictures.Erase(folder);
        foreach (var file in files) exports.Delete(file);
        return true;
    }

    private async Task<bool> EraseRows(Actor? actor, long memberId)
    {
        if (await db.MemberToChange(memberId) is not { } member) return false;
        var now = clock.GetCurrentInstant();
        if (await db.Erasures.FindAsync(memberId) is { } earlier) db.Remove(earlier);
        await db.SaveChangesAsync();
        db.Add(new Erasure { MemberId = memberId, At = now });
        var email = await db.Users.Where(a => a.Id == memberId).Select(a => a.Email).SingleOrDefaultAsync();
        await db.MailLinks.Where(l => l.Email == email).ExecuteDeleteAsync();
        await db.AuditEntries.Where(a => a.MemberId == memberId && a.Note != "").ExecuteUpdateAsync(u => u.SetProperty(a => a.Note, ""));
        if (actor is not null) db.Audit(clock, actor.Id, AuditAction.MemberErased, memberId);
        db.Record(clock, EventKinds.MemberErased, actor?.Id, memberId);
        await db.IntroducedBy(memberId).ExecuteUpdateAsync(s => s.SetProperty(m => m.Body, ""));
        await db.LeaveGroupsOf(clock, memberId);
        var talks = await db.TalksTouchedBy(memberId);
        var counts = await db.CountsTouchedBy(memberId);
        await db.ForgetInCases(memberId);
        db.Remove(member);
        await db.SaveChangesAsync();
        await db.MendTalks(talks);
        await db.Recount(counts);
        return true;
    }
}

/// <summary>Erases whose time has come, and once more whom a restored backup brought back.</summary>
public sealed class EraseDue(GildeDb db, IClock clock, EraseMember erase)
{
    public async Task Execute(CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        foreach (var id in await db.ErasureRequests.Where(r => r.DueAt <= now).Select(r => r.MemberId).ToListAsync(stop)) await erase.Execute(null, id);
        foreach (var id in await db.ErasedButHere().ToListAsync(stop)) await erase.Execute(null, id);
    }
}
