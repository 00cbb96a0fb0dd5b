using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions.Asking;

/// <param name="Over">The handle of the first on the way, a contact of the requester.</param>
/// <param name="To">The handle of the target; nothing for somebody outside the network.</param>
/// <param name="Name">Who that is, as the requester describes them.</param>
/// <param name="Hops">How long the chosen route is: 2 or 3.</param>
public sealed record AskInput(string Over, string? To, string? Name, int Hops, string? Wish)
{
    public bool IsOutside => string.IsNullOrEmpty(To);
}

public enum AskOutcome { Asked, NotFound, NoRoute, Invalid, AskedAlready, TooMany }

/// <param name="Id">The request, the earlier one where it was asked already.</param>
/// <param name="Limit">With <see cref="AskOutcome.TooMany"/>: what there was too much of.</param>
public sealed record AskResult(AskOutcome Outcome, long Id = 0, FieldErrors? Errors = null, AskLimit? Limit = null, Duration Wait = default);

/// <summary>Asks the first person of a route to pass a request on. The route is looked for anew: it may have changed since it was shown.</summary>
public sealed class AskForIntroduction(GildeDb db, IClock clock, FindRoutes routes, PathSearches searches)
{
    public async Task<AskResult> Execute(Viewer viewer, AskInput input, CancellationToken stop = default)
    {
        var (wish, name) = (VisibleText.Block(input.Wish ?? ""), VisibleText.Line(input.Name ?? ""));
        if (await db.AskedFirst(viewer, input.Over, stop) is not { } first) return new(AskOutcome.NotFound);
        var target = input.IsOutside ? null : await db.AskedFor(viewer, input.To!, stop);
        if (!input.IsOutside && target is null) return new(AskOutcome.NotFound);
        if (Check(viewer, input, target, wish, name) is { Any: true } errors) return new(AskOutcome.Invalid, Errors: errors);

        // Before any way is looked for: whoever may not ask is not to learn from the answer who knows whom.
        if (await Refusal(viewer, target, stop) is { } refusal) return refusal;
        if (target is not null && searches.Wait(viewer.Id, PathSearches.To(target.Handle)) is { } wait) return new(AskOutcome.TooMany, Limit: AskLimit.Searches, Wait: wait);
        var way = target is null ? [first.Id] : await routes.Members(viewer, first.Id, target.Id, input.Hops, stop);
        if (way is null) return new(AskOutcome.NoRoute);
        return await db.Alone(() => Ask(viewer, way, target, async now => target is null
            ? Introduction.AskOutside(viewer.Id, first.Id, await db.TakesPart(first.Id, stop), first.Name, name, wish, now)
            : Introduction.Ask(viewer.Id, way, first.Name, target.Name, wish, now), stop), stop);
    }

    private async Task<AskResult> Ask(Viewer viewer, IReadOnlyList<long> way, Person? target, Func<Instant, Task<Introduction>> make, CancellationToken stop)
    {
        if (!await db.IsOpenRoute(viewer.Id, way, stop)) return new(AskOutcome.NoRoute);
        if (await Refusal(viewer, target, stop) is { } refusal) return refusal;
        var introduction = await make(clock.GetCurrentInstant());
        db.Add(introduction);
        await db.SaveChangesAsync(stop);
        if (introduction.HolderId is { } holder) db.Record(clock, EventKinds.IntroductionAsked, viewer.Id, holder, introduction.Id);
        await db.SaveChangesAsync(stop);
        return new(AskOutcome.Asked, introduction.Id);
    }

    /// <summary>Why the viewer may not ask now: it is on its way already (two at once would tell more people, not more), or they have asked enough.</summary>
    /// <param name="target">Null for somebody outside the network.</param>
    public async Task<AskResult?> Refusal(Viewer viewer, Person? target, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var earlier = target is null ? 0 : await db.IntroductionsFrom(viewer).Open(now).Where(i => i.TargetId == target.Id).Select(i => i.Id).FirstOrDefaultAsync(stop);
        if (earlier > 0) return new(AskOutcome.AskedAlready, earlier);
        return await IntroductionLimits.Wait(db, viewer, now, stop) is var (limit, wait) ? new(AskOutcome.TooMany, Limit: limit, Wait: wait) : null;
    }

    private static FieldErrors Check(Viewer viewer, AskInput input, Person? target, string wish, string name)
    {
        var errors = new FieldErrors();
        if (input.IsOutside && name.Length == 0) errors.Add("name", viewer.T["Please say whom you look for."]);
        errors.AtMost(Introduction.MaxName, viewer.T, "name", name);
        if (wish.Length == 0) errors.Add("wish", viewer.T["Please say what you want and why."]);
        if (target is not null && wish == VisibleText.Block(AskWords.Draft(viewer.T, target, about: null))) errors.Add("wish", viewer.T["Please write what it is about."]);
        errors.AtMost(Introduction.MaxWish, viewer.T, "wish", wish);
        return errors;
    }
}
