namespace Gilde.Web.Contacts;

public enum AnswerOutcome
{
    Done,
    /// <summary>Withdrawn or answered otherwise meanwhile, or never there.</summary>
    Gone,
}

/// <summary>What the two sides of a request may do with it. Each looks and acts alone, so of two that come at once one wins and both learn the truth.</summary>
public sealed class AnswerRequest(GildeDb db, IClock clock)
{
    /// <param name="fields">Own contact data that the asker gets.</param>
    /// <param name="met">Confirms that the two have met in person.</param>
    public Task<AnswerOutcome> Accept(Viewer viewer, long requestId, IReadOnlyCollection<long> fields, bool met, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.RequestsTo(viewer).SingleOrDefaultAsync(r => r.Id == requestId, stop) is not { } request)
            return await WasAccepted(viewer, requestId, stop) ? AnswerOutcome.Done : AnswerOutcome.Gone;
        if (!await db.AreInContact(viewer.Id, request.FromId, stop))
        {
            await Handshake.Make(db, clock, request, fields, met, stop);
            return AnswerOutcome.Done;
        }
        // An import has made the two contacts meanwhile: nothing is left to agree on.
        request.AcceptedAt = clock.GetCurrentInstant();
        await db.SaveChangesAsync(stop);
        return AnswerOutcome.Done;
    }, stop);

    /// <summary>Says no without a word: no event, no mail, and the asker goes on seeing "asked".</summary>
    public Task<AnswerOutcome> Decline(Viewer viewer, long requestId, CancellationToken stop = default) =>
        Close(db.RequestsTo(viewer).Where(r => r.Id == requestId), r => r.DeclinedAt = clock.GetCurrentInstant(), stop);

    public Task<AnswerOutcome> Withdraw(Viewer viewer, long requestId, CancellationToken stop = default) =>
        Close(db.RequestsFrom(viewer).Where(r => r.Id == requestId), r => r.WithdrawnAt = clock.GetCurrentInstant(), stop);

    private Task<AnswerOutcome> Close(IQueryable<ContactRequest> one, Action<ContactRequest> close, CancellationToken stop) => db.Alone(async () =>
    {
        if (await one.SingleOrDefaultAsync(stop) is not { } request) return AnswerOutcome.Gone;
        close(request);
        await db.SaveChangesAsync(stop);
        return AnswerOutcome.Done;
    }, stop);

    private async Task<bool> WasAccepted(Viewer viewer, long requestId, CancellationToken stop) =>
        await db.ContactRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId && r.ToId == viewer.Id && r.AcceptedAt != null, stop) is { } request
        && await db.AreInContact(viewer.Id, request.FromId, stop);
}
