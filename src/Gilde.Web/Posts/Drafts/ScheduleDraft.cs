using Gilde.Web.Jobs;

namespace Gilde.Web.Posts.Drafts;

public enum Scheduling { Planned, NotFound, Invalid }

public sealed record SchedulingResult(Scheduling Outcome)
{
    public Instant Due { get; init; }
    public FieldErrors Errors { get; init; } = new();
}

/// <summary>Plans when a draft is published by itself, plans it anew, or no longer.</summary>
public sealed class ScheduleDraft(GildeDb db, IClock clock)
{
    public static readonly Duration Furthest = Duration.FromDays(366);

    /// <param name="local">In the member's zone; a time that the clock skips is taken an hour later.</param>
    public Task<SchedulingResult> Execute(Viewer viewer, long id, LocalDateTime? local, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.DraftToChange(viewer, id, stop) is not { } draft || await DraftView.Load(db, viewer, id, stop) is not { } view) return new SchedulingResult(Scheduling.NotFound);
        var now = clock.GetCurrentInstant();
        var due = local?.InZoneLeniently(viewer.Zone).ToInstant();
        var errors = PublishPost.Check(viewer.T, view.Input, view.Pictures.Count > 0).Errors;
        if (due is not { } at || at <= now) errors.Add("due", viewer.T["Please choose a time in the future."]);
        else if (at > now + Furthest) errors.Add("due", viewer.T["Please choose a time within a year."]);
        if (errors.Any || due is not { } when) return new(Scheduling.Invalid) { Errors = errors };
        (draft.DueAt, draft.Refusal) = (when, "");
        // Of several plans for a draft the last holds: a job whose time is not the draft's does nothing.
        var plan = new DuePost(draft.Id, when.ToUnixTimeTicks());
        if (!await db.Jobs.AnyAsync(j => j.EffectKey == plan.EffectKey, stop)) db.EnqueueAt(clock, when, PublishDue.JobKind, plan, plan.EffectKey);
        await db.SaveChangesAsync(stop);
        return new(Scheduling.Planned) { Due = when };
    }, stop);

    public Task<bool> Cancel(Viewer viewer, long id, CancellationToken stop = default) => db.Atomically(async () =>
    {
        if (await db.DraftToChange(viewer, id, stop) is not { } draft) return false;
        draft.DueAt = null;
        await db.SaveChangesAsync(stop);
        return true;
    }, stop);
}

/// <summary>Which draft is to be published when.</summary>
public sealed record DuePost(long DraftId, long Due)
{
    public string EffectKey => $"{PublishDue.JobKind}:{DraftId}:{Due}";
}
