using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Introductions.Asking;

/// <param name="Answer">Null where there never was such a request for the viewer.</param>
public sealed record AnswerResult(Answering? Answer, FieldErrors? Errors = null)
{
    public long ConversationId { get; init; }
    /// <summary>How long the viewer has to wait, where they have done enough for now.</summary>
    public Duration? Wait { get; init; }
}

/// <summary>
/// The frame of every answer: the request is read and written as if nobody else did anything, so of two answers that come at once one wins and the other learns it.
/// </summary>
internal static class AnswerFrame
{
    public static Task<AnswerResult> Answer(this GildeDb db, IClock clock, Viewer viewer, long id, Func<Introduction, Instant, Task<Answering>> act, CancellationToken stop) => db.Alone(async () =>
    {
        if (await db.IntroductionInHandsOf(viewer, id, stop) is not { } introduction) return new AnswerResult(null);
        var now = clock.GetCurrentInstant();
        var answered = introduction.Answers.Any(a => a.MemberId == viewer.Id);
        // Whoever asks, gave it or is asked for may be gone for the viewer meanwhile.
        if (!answered && !await db.IntroductionsWaitingFor(viewer, now).AnyAsync(i => i.Id == id, stop)) return new AnswerResult(Answering.Gone);
        var answer = await act(introduction, now);
        await db.SaveChangesAsync(stop);
        return new AnswerResult(answer);
    }, stop);

    public static FieldErrors Check(Viewer viewer, string words) => new FieldErrors().AtMost(Introduction.MaxWords, viewer.T, "words", words);
}

/// <summary>Passes a request on to the next of its route, with words of one's own.</summary>
public sealed class PassOnIntroduction(GildeDb db, IClock clock)
{
    public async Task<AnswerResult> Execute(Viewer viewer, long id, string? words, CancellationToken stop = default)
    {
        var text = VisibleText.Block(words ?? "");
        if (AnswerFrame.Check(viewer, text) is { Any: true } errors) return new(Answering.Gone, errors);
        return await db.Answer(clock, viewer, id, async (introduction, now) =>
        {
            var stops = introduction.Stops.OrderBy(s => s.Place).Select(s => s.MemberId).ToList();
            // A way that is closed looks like one that nobody answers, to whoever passes it on as well.
            var answer = introduction.PassOn(viewer.Id, text, goesOn: await db.IsOpenRoute(introduction.RequesterId, stops, stop), now);
            if (answer == Answering.Taken) db.Record(clock, introduction.HolderId is null ? EventKinds.IntroductionSettled : EventKinds.IntroductionPassed, viewer.Id, introduction.HolderId, id);
            return answer;
        }, stop);
    }
}

/// <summary>Says no without a word.</summary>
public sealed class DeclineIntroduction(GildeDb db, IClock clock)
{
    public Task<AnswerResult> Execute(Viewer viewer, long id, CancellationToken stop = default) => db.Answer(clock, viewer, id, (introduction, now) =>
    {
        var answer = introduction.Decline(viewer.Id, now);
        if (answer == Answering.Taken) db.Record(clock, EventKinds.IntroductionSettled, viewer.Id, null, id);
        return Task.FromResult(answer);
    }, stop);
}

/// <summary>"Write to them directly, mention me."</summary>
public sealed class ReferIntroduction(GildeDb db, IClock clock)
{
    public async Task<AnswerResult> Execute(Viewer viewer, long id, string? words, CancellationToken stop = default)
    {
        var text = VisibleText.Block(words ?? "");
        if (AnswerFrame.Check(viewer, text) is { Any: true } errors) return new(Answering.Gone, errors);
        return await db.Answer(clock, viewer, id, (introduction, now) =>
        {
            var answer = introduction.Refer(viewer.Id, text, now);
            if (answer == Answering.Taken) db.Record(clock, EventKinds.IntroductionReferred, viewer.Id, introduction.RequesterId, id);
            return Task.FromResult(answer);
        }, stop);
    }
}
