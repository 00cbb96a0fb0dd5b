using System.Globalization;
using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions.Asking;

/// <summary>A request of the viewer's own: words, names and times of the day it was asked, and what they are told of it.</summary>
public sealed record RequestedRow(long Id, string TargetName, string FirstName, string Wish, Instant AskedAt, Instant ExpiresAt, IntroductionState State);

/// <summary>A request of somebody else that came to the viewer.</summary>
public sealed record HandRow(long Id, Person Requester, string TargetName, bool IsTarget, string Wish, Instant At, AnswerKind? Answer = null, bool Thanked = false);

public sealed record ListPage<T>(IReadOnlyList<T> Rows, long? After)
{
    public static readonly ListPage<T> Empty = new([], null);
}

/// <summary>The three lists of introductions, newest first, page by page.</summary>
public sealed class IntroductionLists(GildeDb db, IClock clock)
{
    public const int PageSize = 20;

    public async Task<ListPage<HandRow>> Waiting(Viewer viewer, long? after, int size = PageSize, CancellationToken stop = default) =>
        await InHand(viewer, db.IntroductionsWaitingFor(viewer, clock.GetCurrentInstant()), after, size, stop);

    public async Task<ListPage<HandRow>> Answered(Viewer viewer, long? after, int size = PageSize, CancellationToken stop = default) =>
        await InHand(viewer, db.IntroductionsAnsweredBy(viewer), after, size, stop);

    public async Task<ListPage<RequestedRow>> Requested(Viewer viewer, long? after, int size = PageSize, CancellationToken stop = default)
    {
        var now = clock.GetCurrentInstant();
        var found = await After(db.IntroductionsFrom(viewer), after).Take(size + 1)
            .Select(i => new { i.Id, i.TargetName, i.FirstName, i.Wish, i.AskedAt, i.ExpiresAt, Closure = i.Closure == null ? (ClosureKind?)null : i.Closure.Kind }).ToListAsync(stop);
        return Page(found.Select(i => new RequestedRow(i.Id, i.TargetName, i.FirstName, i.Wish, i.AskedAt, i.ExpiresAt, IntroductionView.StateOf(i.Closure, i.ExpiresAt, now))).ToList(), size, r => r.Id);
    }

    private async Task<ListPage<HandRow>> InHand(Viewer viewer, IQueryable<Introduction> introductions, long? after, int size, CancellationToken stop)
    {
        var found = await After(introductions, after).Take(size + 1).Select(i => new
        {
            i.Id, i.RequesterId, i.TargetId, i.TargetName, i.Wish, i.AskedAt,
            Mine = i.Answers.Where(a => a.MemberId == viewer.Id).Select(a => new { a.Kind, a.At }).FirstOrDefault(),
            Thanked = db.IntroductionThanks.Any(t => t.IntroductionId == i.Id),
        }).ToListAsync(stop);
        var people = await db.PeopleFor(viewer, [.. found.SelectMany(i => new[] { i.RequesterId, i.TargetId ?? 0 }).Distinct()], stop);
        return Page(found.Select(i => new HandRow(i.Id, people[i.RequesterId], people.GetValueOrDefault(i.TargetId ?? 0)?.Name ?? i.TargetName, i.TargetId == viewer.Id, i.Wish,
            i.Mine?.At ?? i.AskedAt, i.Mine?.Kind, i.Thanked && i.TargetId != viewer.Id)).ToList(), size, r => r.Id);
    }

    private static IQueryable<Introduction> After(IQueryable<Introduction> introductions, long? after) =>
        introductions.AsNoTracking().Where(i => after == null || i.Id < after).OrderByDescending(i => i.Id);

    private static ListPage<T> Page<T>(List<T> rows, int size, Func<T, long> id) => rows.Count <= size ? new(rows, null) : new(rows[..size], id(rows[size - 1]));
}
