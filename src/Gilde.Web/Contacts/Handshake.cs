using Gilde.Web.Events;

namespace Gilde.Web.Contacts;

/// <summary>Both have agreed: the two rows of the contact, the fields each gives the other, the event. Runs inside <see cref="GildeDb.Alone{T}"/>.</summary>
internal static class Handshake
{
    /// <param name="request">The question; its asker's chosen fields are released by this.</param>
    /// <param name="fields">What the one who accepts gives.</param>
    /// <param name="met">The one who accepts says that the two have met; the asker said so if the request is <see cref="ContactRequest.InPerson"/>.</param>
    public static async Task Make(GildeDb db, IClock clock, ContactRequest request, IReadOnlyCollection<long> fields, bool met, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        request.AcceptedAt = now;
        request.DeclinedAt = null;
        db.Add(Side(request.FromId, request.ToId, says: request.InPerson, confirmed: met && request.InPerson, now));
        db.Add(Side(request.ToId, request.FromId, says: met, confirmed: met && request.InPerson, now));
        var offered = await db.CardOffers.Where(o => o.RequestId == request.Id).Select(o => o.FieldId).ToListAsync(stop);
        await Release(db, request.FromId, offered, request.ToId, now, stop);
        await Release(db, request.ToId, fields, request.FromId, now, stop);
        db.Record(clock, EventKinds.ContactMade, actor: request.ToId, target: request.FromId, subject: request.Id);
        await db.SaveChangesAsync(stop);
    }

    public static async Task Release(GildeDb db, long ownerId, IReadOnlyCollection<long> fields, long toId, Instant now, CancellationToken stop)
    {
        var own = await db.FieldsOf(ownerId, fields).ToListAsync(stop);
        var released = await db.Releases(ownerId, toId).Select(r => r.FieldId).ToListAsync(stop);
        foreach (var field in own.Except(released)) db.Add(new CardRelease { FieldId = field, ToId = toId, At = now });
    }

    private static Contact Side(long ownerId, long otherId, bool says, bool confirmed, Instant now) =>
        new(ownerId, otherId, now) { MetAt = confirmed ? now : null, SaysMetAt = says && !confirmed ? now : null };
}
