namespace Gilde.Web.Introductions.Asking;

/// <summary>What somebody outside the network gets to see by the link of their mail.</summary>
public sealed record OutsideView(long Id, long RequesterId, string RequesterName, string RequesterHeadline, long SenderId, string SenderName, string Name, string Words, string Wish, Instant ExpiresAt)
{
    public string RequesterLine => RequesterHeadline.Length > 0 ? $"{RequesterName} ({RequesterHeadline})" : RequesterName;
}

internal static class OutsideScopes
{
    /// <summary>What a token opens, as long as it is open and both members are there and have not blocked each other.</summary>
    public static Task<OutsideView?> OutsideLetter(this GildeDb db, byte[] tokenHash, Instant now, CancellationToken stop) =>
        (from letter in db.IntroductionLetters.AsNoTracking()
         join introduction in db.Introductions on letter.IntroductionId equals introduction.Id
         join requester in db.Members on introduction.RequesterId equals requester.Id
         join sender in db.Members on letter.SenderId equals sender.Id
         where letter.TokenHash == tokenHash && introduction.Closure == null && introduction.ExpiresAt > now
             && requester.ActiveSince != null && requester.SuspendedAt == null && sender.ActiveSince != null && sender.SuspendedAt == null
             && !db.Blocks.Any(b => (b.MemberId == requester.Id && b.BlockedId == sender.Id) || (b.MemberId == sender.Id && b.BlockedId == requester.Id))
         select new OutsideView(introduction.Id, requester.Id, requester.Name, requester.Headline, sender.Id, sender.Name, letter.Name, letter.Words, introduction.Wish, introduction.ExpiresAt)).SingleOrDefaultAsync(stop);

    public static Task<bool> HasBlocked(this GildeDb db, long member, IReadOnlyCollection<long> others, CancellationToken stop) =>
        db.Blocks.AnyAsync(b => b.MemberId == member && others.Contains(b.BlockedId), stop);

    /// <summary>The answers by which the viewer sent requests out of the network.</summary>
    public static IQueryable<IntroductionAnswer> LettersSentBy(this GildeDb db, Viewer viewer) => db.IntroductionAnswers.Where(a => a.MemberId == viewer.Id && a.Kind == AnswerKind.SentOut);

    /// <summary>Throws away everything about the receivers of letters: what was written to them, and mails that have not gone out.</summary>
    public static async Task DropLetters(this GildeDb db, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        await db.IntroductionLetters.Where(l => ids.Contains(l.IntroductionId)).ExecuteDeleteAsync(stop);
        var keys = ids.SelectMany(id => new[] { IntroductionLetterJob.JobKey(id), IntroductionLetterJob.MailKey(id) }).ToList();
        await db.Jobs.Where(j => keys.Contains(j.EffectKey!)).ExecuteDeleteAsync(stop);
    }
}
