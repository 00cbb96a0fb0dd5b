using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <param name="Fields">Own contact data that the other gets once they accept.</param>
/// <param name="InPerson">The asker stands before the other and has scanned their card.</param>
public sealed record AskInput(long To, string? Reason, IReadOnlyCollection<long> Fields, bool InPerson = false);

public enum AskOutcome { Asked, InContact, Unknown, Invalid, TooMany }

/// <param name="Wait">With <see cref="AskOutcome.TooMany"/>: how long.</param>
public sealed record AskResult(AskOutcome Outcome, FieldErrors? Errors = null, Duration Wait = default);

/// <summary>Asks another member for contact. Whom they have asked before, or who has asked them, decides what that means.</summary>
public sealed class AskForContact(GildeDb db, IClock clock)
{
    public async Task<AskResult> Execute(Viewer viewer, AskInput input, CancellationToken stop = default)
    {
        var reason = VisibleText.Line(input.Reason ?? "");
        var errors = new FieldErrors();
        if (reason.Length == 0) errors.Add("reason", viewer.T["Please say in a sentence why you ask."]);
        errors.AtMost(ContactRequest.MaxReason, viewer.T, "reason", reason);
        if (errors.Any) return new(AskOutcome.Invalid, errors);
        return await db.Alone(() => Ask(viewer, input, reason, stop), stop);
    }

    private async Task<AskResult> Ask(Viewer viewer, AskInput input, string reason, CancellationToken stop)
    {
        if (input.To == viewer.Id || !await db.MembersVisibleTo(viewer).AnyAsync(m => m.Id == input.To, stop)) return new(AskOutcome.Unknown);
        if (await db.AreInContact(viewer.Id, input.To, stop)) return new(AskOutcome.InContact);

        // Who asks somebody who has asked them says yes, also after an earlier no.
        var theirs = await db.ContactRequests.Standing().SingleOrDefaultAsync(r => r.FromId == input.To && r.ToId == viewer.Id, stop);
        if (theirs is not null)
        {
            await Handshake.Make(db, clock, theirs, input.Fields, met: input.InPerson, stop);
            return new(AskOutcome.InContact);
        }
        var mine = await db.ContactRequests.SingleOrDefaultAsync(r => r.FromId == viewer.Id && r.ToId == input.To, stop);
        if (mine is not { Stands: true } && await AskLimit.Wait(db, viewer, input, clock.GetCurrentInstant(), stop) is { } wait) return new(AskOutcome.TooMany, Wait: wait);
        await Write(viewer, input, reason, mine, stop);
        return new(AskOutcome.Asked);
    }

    private async Task Write(Viewer viewer, AskInput input, string reason, ContactRequest? mine, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var isNews = mine?.AskAgain(reason, input.InPerson, now) ?? true;
        mine ??= db.Add(new ContactRequest { FromId = viewer.Id, ToId = input.To, Reason = reason, At = now, InPerson = input.InPerson }).Entity;
        await db.SaveChangesAsync(stop);
        await db.CardOffers.Where(o => o.RequestId == mine.Id).ExecuteDeleteAsync(stop);
        foreach (var field in await db.FieldsOf(viewer.Id, input.Fields).ToListAsync(stop)) db.Add(new CardOffer { RequestId = mine.Id, FieldId = field });
        if (isNews) db.Record(clock, EventKinds.ContactAsked, actor: viewer.Id, target: input.To, subject: mine.Id);
        await db.SaveChangesAsync(stop);
    }
}
