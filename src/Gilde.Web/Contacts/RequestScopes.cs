using Gilde.Web.Profiles;

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

    /// <summary>Who asks the viewer, and why, as long as the request is open.</summary>
    internal static IQueryable<AskedBy> AskedOf(this GildeDb db, Viewer viewer, long requestId) =>
        from request in db.RequestsTo(viewer)
        join asker in db.Members on request.FromId equals asker.Id
        where request.Id == requestId
        select new AskedBy(asker.Name, asker.Headline, request.Reason);

    /// <summary>The viewer's own requests that they believe unanswered.</summary>
    public static IQueryable<ContactRequest> RequestsFrom(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.ContactRequests.Standing().Where(r => r.FromId == viewer.Id && visible.Any(m => m.Id == r.ToId));
    }

    internal static IQueryable<ContactRequest> Between(this GildeDb db, long oneId, long otherId) =>
        db.ContactRequests.Where(r => (r.FromId == oneId && r.ToId == otherId) || (r.FromId == otherId && r.ToId == oneId));

    /// <summary>How the viewer stands to a member whom they see. One query, since every profile asks it.</summary>
    public static async Task<Standing> StandingTo(this GildeDb db, Viewer viewer, long memberId)
    {
        if (!viewer.IsMember) return new(StandingKind.Stranger, memberId);
        if (viewer.Id == memberId) return new(StandingKind.Self, memberId);
        return await StandingQuery.For(db)(db, viewer.Id, memberId) switch
        {
            { Since: { } since } => new(StandingKind.Contact, memberId, Since: since),
            { Asks: { } request } => new(StandingKind.Asks, memberId, request),
            { Asked: { } request } => new(StandingKind.Asked, memberId, request),
            _ => new(StandingKind.Stranger, memberId),
        };
    }

    private sealed record StandingRow(Instant? Since, long? Asks, long? Asked);

    private static readonly CompiledQuery<Func<GildeDb, long, long, Task<StandingRow?>>> StandingQuery = new(() => EF.CompileAsyncQuery((GildeDb db, long viewer, long other) =>
        db.Members.Where(m => m.Id == other).Select(m => new StandingRow(
            db.Contacts.Where(c => c.OwnerId == viewer && c.OtherId == other).Select(c => (Instant?)c.Since).FirstOrDefault(),
            db.ContactRequests.Where(r => r.FromId == other && r.ToId == viewer && r.AcceptedAt == null && r.WithdrawnAt == null && r.DeclinedAt == null).Select(r => (long?)r.Id).FirstOrDefault(),
            db.ContactRequests.Where(r => r.FromId == viewer && r.ToId == other && r.AcceptedAt == null && r.WithdrawnAt == null).Select(r => (long?)r.Id).FirstOrDefault())).FirstOrDefault()));
}

internal sealed record AskedBy(string Name, string Headline, string Reason);

/// <summary>How the viewer stands to another: strangers may ask, who is asked may answer.</summary>
public enum StandingKind { Self, Stranger, Asked, Asks, Contact }

public sealed record Standing(StandingKind Kind, long MemberId, long? RequestId = null, Instant? Since = null);
