using Gilde.Web.Events;

namespace Gilde.Web.Introductions.Asking;

/// <summary>The requester takes back what they asked for; whoever has it sees it gone.</summary>
public sealed class WithdrawIntroduction(GildeDb db, IClock clock)
{
    public Task<AnswerResult> Execute(Viewer viewer, long id, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (!await db.IntroductionsFrom(viewer).AnyAsync(i => i.Id == id, stop) || await db.WholeIntroduction(id, stop) is not { } introduction) return new AnswerResult(null);
        var holder = introduction.HolderId;
        var answer = introduction.Withdraw(clock.GetCurrentInstant());
        if (answer == Answering.Taken) db.Record(clock, EventKinds.IntroductionWithdrawn, viewer.Id, holder, id);
        if (answer == Answering.Taken) await db.DropLetters([id], stop);
        await db.SaveChangesAsync(stop);
        return new AnswerResult(answer);
    }, stop);
}
