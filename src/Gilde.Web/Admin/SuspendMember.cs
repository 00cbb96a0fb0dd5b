using Gilde.Web.Accounts;
using Gilde.Web.Formats;
using Gilde.Web.Mail;
using Gilde.Web.Moderation;

namespace Gilde.Web.Admin;

public enum SuspendOutcome { Done, NotFound, AlreadyDone, ReasonMissing, NotAllowed, LastOperator }

/// <summary>Who acts on others: a moderator or operator, or the command line of the server, which may what an operator may.</summary>
public sealed record Actor(long? Id, bool IsOperator)
{
    public static readonly Actor CommandLine = new(null, true);

    public static Actor Of(Web.Viewer viewer) => new(viewer.Id, viewer.IsOperator);
}

/// <summary>Keeps a member out without a report: invisible to others and signed out everywhere at once, told why by mail and at sign-in. They may appeal as against any decision.</summary>
public sealed class SuspendMember(GildeDb db, IClock clock, DecisionLetters letters)
{
    public const int MaxReason = Decision.MaxFacts;

    public Task<SuspendOutcome> Execute(Actor actor, long memberId, string? reason) => db.Alone(async () =>
    {
        var why = VisibleText.Block(reason ?? "");
        if (await db.MemberToChange(memberId) is not { } member || !await db.Users.AnyAsync(a => a.Id == memberId)) return SuspendOutcome.NotFound;
        if (member.SuspendedAt is not null) return SuspendOutcome.AlreadyDone;
        if (why.Length is 0 or > MaxReason) return SuspendOutcome.ReasonMissing;
        if (await db.WhyNotSuspend(actor, memberId) is { } refused) return refused;
        var now = clock.GetCurrentInstant();
        await db.Suspend(clock, actor, member, new Suspension { MemberId = memberId, ById = actor.Id, At = now, Reason = why });
        var (about, decision) = await db.DecideAlone(memberId, new Decision { ById = actor.Id, At = now, Outcome = Outcome.Suspended, Ground = Ground.Rules, Facts = why });
        await letters.Tell(about, decision);
        await db.SaveChangesAsync();
        return SuspendOutcome.Done;
    });
}

/// <summary>Lets a suspended member back in.</summary>
public sealed class RestoreMember(GildeDb db, IClock clock, AdminLetters letters)
{
    public Task<SuspendOutcome> Execute(Actor actor, long memberId) => db.Alone(async () =>
    {
        if (await db.MemberToChange(memberId) is not { } member) return SuspendOutcome.NotFound;
        if (member.SuspendedAt is null) return SuspendOutcome.AlreadyDone;
        await db.Unsuspend(clock, actor, member);
        db.Send(clock, letters.Restored(await db.ReceiverOf(memberId)));
        await db.SaveChangesAsync();
        return SuspendOutcome.Done;
    });
}
