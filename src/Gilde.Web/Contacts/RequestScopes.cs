using Gilde.Web.Data;
using Gilde.Web.Profiles;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Gilde.Web.Contacts;

public static class RequestScopes
{
    public static IQueryable<ContactRequest> Open(this IQueryable<ContactRequest> requests) =>
        requests.Where(r => r.AcceptedAt == null && r.WithdrawnAt == null && r.DeclinedAt == null);

    /// <summary>What its asker sees as asked: a decline does not show.</summary>
    public static IQueryable<ContactRequest> Standing(this IQueryable<ContactRequest> requests) =>
        requests.Where(r => r.AcceptedAt == null && r.WithdrawnAt == null);

    /// <summary>The open requests to the viewer from people who exist for them.</summary>
    public static IQueryable<ContactRequest> RequestsTo(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.ContactRequests.Open().Where(r => r.ToId == viewer.Id && visible.Any(m => m.Id == r.FromId));
    }

    /// <summary>The viewer's own requests that they believe unanswered.</summary>
    public static IQueryable<ContactRequest> RequestsFrom(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.ContactRequests.Standing().Where(r => r.FromId == viewer.Id && visible.Any(m => m.Id == r.ToId));
    }

    internal static IQueryable<ContactRequest> Between(this GildeDb db, long oneId, long otherId) =>
        db.ContactRequests.Where(r => (r.FromId == oneId && r.ToId == otherId) || (r.FromId == otherId && r.ToId == oneId));

    /// <summary>How the viewer stands to a member whom they see.</summary>
    public static async Task<Standing> StandingTo(this GildeDb db, Viewer viewer, long memberId, CancellationToken stop = default)
    {
        if (!viewer.IsMember) return new(StandingKind.Stranger, memberId);
        if (viewer.Id == memberId) return new(StandingKind.Self, memberId);
        if (await db.ContactOf(viewer, memberId).AsNoTracking().FirstOrDefaultAsync(stop) is { } contact) return new(StandingKind.Contact, memberId, Since: contact.Since);
        if (await db.RequestsTo(viewer).Where(r => r.FromId == memberId).Select(r => (long?)r.Id).FirstOrDefaultAsync(stop) is { } asks) return new(StandingKind.Asks, memberId, asks);
        if (await db.RequestsFrom(viewer).Where(r => r.ToId == memberId).Select(r => (long?)r.Id).FirstOrDefaultAsync(stop) is { } asked) return new(StandingKind.Asked, memberId, asked);
        return new(StandingKind.Stranger, memberId);
    }
}

/// <summary>How the viewer stands to another: strangers may ask, who is asked may answer.</summary>
public enum StandingKind { Self, Stranger, Asked, Asks, Contact }

public sealed record Standing(StandingKind Kind, long MemberId, long? RequestId = null, NodaTime.Instant? Since = null);
