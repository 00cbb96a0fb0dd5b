using Gilde.Web.Accounts;
using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Jobs;

namespace Gilde.Web.Introductions.Asking;

public sealed record LetterInput
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Words { get; init; }
    public string? Language { get; init; }
}

/// <summary>
/// Carries a request out of the network: one mail, with the words of the member who sends it. Whether the address belongs to a member is found out by the job
/// alone, so that the answer never tells.
/// </summary>
public sealed class SendIntroduction(GildeDb db, IClock clock)
{
    public const int MostADay = 5;

    public async Task<AnswerResult> Execute(Viewer viewer, long id, LetterInput input, CancellationToken stop = default)
    {
        if (await db.IntroductionInHandsOf(viewer, id, stop) is not { IsOutside: true }) return new(null);
        db.ChangeTracker.Clear();
        var (name, words) = (VisibleText.Line(input.Name ?? ""), VisibleText.Block(input.Words ?? ""));
        var isAddress = EmailAddress.TryParse(input.Email, out var email);
        if (Check(viewer, name, words, isAddress) is { Any: true } errors) return new(Answering.Gone, errors);
        Duration? wait = null;
        var result = await db.Answer(clock, viewer, id, async (introduction, now) =>
        {
            wait = await Wait(viewer, id, now, stop);
            if (wait is not null) return Answering.Gone;
            var answer = introduction.SendOut(viewer.Id, now);
            if (answer == Answering.Taken) Write(viewer, id, name, words, email!, Languages.Parse(input.Language) ?? viewer.Language, now);
            return answer;
        }, stop);
        return result with { Wait = wait };
    }

    private void Write(Viewer viewer, long id, string name, string words, EmailAddress email, Language language, Instant now)
    {
        var token = Links.NewToken();
        db.Add(new IntroductionLetter { IntroductionId = id, SenderId = viewer.Id, TokenHash = Sessions.Hash(token), Name = name, Words = words, SentAt = now });
        db.Enqueue(clock, IntroductionLetterJob.JobKind, new LetterToSend(id, token, email.Value, language), IntroductionLetterJob.JobKey(id));
        db.Record(clock, EventKinds.IntroductionSettled, viewer.Id, null, id);
    }

    /// <summary>How long until the next of these mails; null if now. Read with the write, so that several at once do not pass together.</summary>
    private async Task<Duration?> Wait(Viewer viewer, long id, Instant now, CancellationToken stop)
    {
        var since = now - Duration.FromDays(1);
        var sent = await db.LettersSentBy(viewer).Where(a => a.At > since && a.IntroductionId != id).OrderByDescending(a => a.At).Select(a => a.At).Take(MostADay).ToListAsync(stop);
        return sent.Count == MostADay ? sent[^1] - since : null;
    }

    private static FieldErrors Check(Viewer viewer, string name, string words, bool isAddress)
    {
        var (errors, t) = (new FieldErrors(), viewer.T);
        if (name.Length == 0) errors.Add("name", t["Please enter a name."]);
        errors.AtMost(Introduction.MaxName, t, "name", name);
        errors.IsAddress(isAddress, t);
        if (words.Length == 0) errors.Add("words", t["Please write something first."]);
        errors.AtMost(Introduction.MaxWords, t, "words", words);
        return errors;
    }
}
