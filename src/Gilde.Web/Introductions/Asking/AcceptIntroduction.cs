using Gilde.Web.Conversations;
using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The target says yes: a conversation of the two opens with all that was said on the way, and the ties of the route have carried something.</summary>
public sealed class AcceptIntroduction(GildeDb db, IClock clock)
{
    public async Task<AnswerResult> Execute(Viewer viewer, long id, string? words, CancellationToken stop = default)
    {
        var text = VisibleText.Block(words ?? "");
        if (AnswerFrame.Check(viewer, text) is { Any: true } errors) return new(Answering.Gone, errors);
        var conversation = 0L;
        var result = await db.Answer(clock, viewer, id, async (introduction, now) =>
        {
            var answer = introduction.Accept(viewer.Id, text, now);
            if (answer == Answering.Taken) conversation = await Open(viewer, introduction, text, stop);
            return answer;
        }, stop);
        return result with { ConversationId = conversation };
    }

    private async Task<long> Open(Viewer viewer, Introduction introduction, string words, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        var passed = introduction.Answers.Where(a => a.Kind == AnswerKind.Passed).OrderBy(a => a.Place).ToList();
        var ids = passed.Select(a => a.MemberId).ToList();
        var (forTarget, forRequester) = (await db.PeopleFor(viewer, ids, stop), await db.PeopleFor(new Viewer { Id = introduction.RequesterId }, ids, stop));
        var said = passed.Where(a => forTarget.ContainsKey(a.MemberId) && forRequester.ContainsKey(a.MemberId)).Select(a => (a.MemberId, a.Words)).ToList();
        db.Keep(clock, introduction);
        db.Record(clock, EventKinds.IntroductionArrived, viewer.Id, introduction.RequesterId, introduction.Id);
        return await db.OpenIntroduced(clock, introduction.RequesterId, viewer.Id, new Introduced(introduction.Wish, said, words), stop);
    }
}
