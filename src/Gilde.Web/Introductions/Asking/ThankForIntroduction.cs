using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The requester thanks all on the way, once it has arrived.</summary>
public sealed class ThankForIntroduction(GildeDb db, IClock clock)
{
    public async Task<AnswerResult> Execute(Viewer viewer, long id, string? words, CancellationToken stop = default)
    {
        var text = VisibleText.Block(words ?? "");
        if (!await db.IntroductionsFrom(viewer).AnyAsync(i => i.Id == id, stop)) return new(null);
        if (AnswerFrame.Check(viewer, text) is { Any: true } errors) return new(Answering.Gone, errors);
        if (text.Length == 0) return new(Answering.Gone, new FieldErrors().Add("words", viewer.T["Please write something first."]));
        return await db.Alone(async () =>
        {
            var arrived = await db.IntroductionsFrom(viewer).Where(i => i.Id == id && i.Closure != null && i.Closure.Kind == ClosureKind.Arrived).Select(i => new { i.TargetId }).SingleOrDefaultAsync(stop);
            if (arrived is null) return new AnswerResult(null);
            if (await db.IntroductionThanks.AnyAsync(t => t.IntroductionId == id, stop)) return new AnswerResult(Answering.Already);
            db.Add(new IntroductionThanks { IntroductionId = id, Words = text, At = clock.GetCurrentInstant() });
            var helpers = await db.StopsOf(id).Where(s => s.MemberId != arrived.TargetId).Select(s => s.MemberId).ToListAsync(stop);
            foreach (var helper in helpers) db.Record(clock, EventKinds.IntroductionThanked, viewer.Id, helper, id);
            await db.SaveChangesAsync(stop);
            return new AnswerResult(Answering.Taken);
        }, stop);
    }
}
