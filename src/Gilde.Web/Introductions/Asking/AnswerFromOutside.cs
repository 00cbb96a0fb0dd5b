using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Introductions.Asking;

public sealed record OutsideInput
{
    public string? Answer { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Words { get; init; }
}

public enum OutsideOutcome { Accepted, Declined, LinkInvalid, Invalid }

public sealed record OutsideResult(OutsideOutcome Outcome, FieldErrors? Errors = null);

/// <summary>
/// Somebody outside the network answers by the link of their mail. A yes hands their words and address to the requester; after a no everything about them is
/// gone, and to the requester it goes on looking like no answer.
/// </summary>
public sealed class AnswerFromOutside(GildeDb db, IClock clock)
{
    public Task<OutsideView?> Read(string token, CancellationToken stop = default) =>
        token.Length == 64 ? db.OutsideLetter(Sessions.Hash(token), clock.GetCurrentInstant(), stop) : Task.FromResult<OutsideView?>(null);

    public async Task<OutsideResult> Execute(Viewer viewer, string token, OutsideInput input, CancellationToken stop = default)
    {
        var (name, words) = (VisibleText.Line(input.Name ?? ""), VisibleText.Block(input.Words ?? ""));
        var accepts = input.Answer == "accept";
        var isAddress = EmailAddress.TryParse(input.Email, out var email);
        var errors = accepts ? Check(viewer, name, words, isAddress) : new FieldErrors();
        if (errors.Any) return new(await Read(token, stop) is null ? OutsideOutcome.LinkInvalid : OutsideOutcome.Invalid, errors);
        return await db.Alone(async () =>
        {
            var now = clock.GetCurrentInstant();
            if (await Read(token, stop) is not { } letter || await db.WholeIntroduction(letter.Id, stop) is not { } introduction) return new OutsideResult(OutsideOutcome.LinkInvalid);
            await db.DropLetters([letter.Id], stop);
            if (!accepts) return new OutsideResult(OutsideOutcome.Declined);
            introduction.AcceptOutside(now);
            db.Add(new IntroductionReply { IntroductionId = letter.Id, Name = name, Email = email!.Value, Words = words, At = now });
            db.Keep(clock, introduction);
            db.Record(clock, EventKinds.IntroductionArrived, actor: null, letter.RequesterId, letter.Id);
            await db.SaveChangesAsync(stop);
            return new OutsideResult(OutsideOutcome.Accepted);
        }, stop);
    }

    private static FieldErrors Check(Viewer viewer, string name, string words, bool isAddress)
    {
        var (errors, t) = (new FieldErrors(), viewer.T);
        if (name.Length == 0) errors.Add("name", t["Please enter a name."]);
        errors.AtMost(Introduction.MaxName, t, "name", name);
        errors.IsAddress(isAddress, t);
        errors.AtMost(Introduction.MaxWords, t, "words", words);
        return errors;
    }
}
