using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Introductions.Asking;

/// <summary>Which introductions exist for whom. Nobody on the way learns of more than who gave it to them, whom it concerns, and the next.</summary>
public static class AskingScopes
{
    /// <summary>What the viewer has asked for.</summary>
    public static IQueryable<Introduction> IntroductionsFrom(this GildeDb db, Viewer viewer) => db.Introductions.Where(i => i.RequesterId == viewer.Id);

    /// <summary>Those not over yet as far as the requester knows: a silent no is among them.</summary>
    public static IQueryable<Introduction> Open(this IQueryable<Introduction> introductions, Instant now) => introductions.Where(i => i.Closure == null && i.ExpiresAt > now);

    /// <summary>What waits for the viewer's answer, as long as whoever asks, who gave it to them and who is asked for exist for them.</summary>
    public static IQueryable<Introduction> IntroductionsWaitingFor(this GildeDb db, Viewer viewer, Instant now)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.Introductions.Where(i => i.HolderId == viewer.Id && i.ExpiresAt > now && visible.Any(m => m.Id == i.RequesterId) && (i.IsOutside || visible.Any(m => m.Id == i.TargetId))
            && (i.Place == 1 || db.IntroductionStops.Any(s => s.IntroductionId == i.Id && s.Place == i.Place - 1 && visible.Any(m => m.Id == s.MemberId))));
    }

    /// <summary>What the viewer has answered otherwise than by a silent no.</summary>
    public static IQueryable<Introduction> IntroductionsAnsweredBy(this GildeDb db, Viewer viewer)
    {
        var visible = db.MembersVisibleTo(viewer);
        return db.Introductions.Where(i => visible.Any(m => m.Id == i.RequesterId) && (i.IsOutside || visible.Any(m => m.Id == i.TargetId))
            && db.IntroductionAnswers.Any(a => a.IntroductionId == i.Id && a.MemberId == viewer.Id && a.Kind != AnswerKind.Declined));
    }

    /// <summary>It is the viewer's turn, or was; null where it never came to them.</summary>
    internal static async Task<Introduction?> IntroductionInHandsOf(this GildeDb db, Viewer viewer, long id, CancellationToken stop) =>
        await db.IntroductionStops.AnyAsync(s => s.IntroductionId == id && s.MemberId == viewer.Id && db.Introductions.Any(i => i.Id == id && i.Place >= s.Place), stop)
            ? await db.WholeIntroduction(id, stop)
            : null;

    /// <summary>One with everything that decides what becomes of it; for one that the viewer was found to have a part in.</summary>
    internal static Task<Introduction?> WholeIntroduction(this GildeDb db, long id, CancellationToken stop) =>
        db.Introductions.Include(i => i.Stops).Include(i => i.Answers).Include(i => i.Closure).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, stop);

    internal static IQueryable<IntroductionAnswer> AnswersTo(this GildeDb db, long id) => db.IntroductionAnswers.AsNoTracking().Where(a => a.IntroductionId == id).OrderBy(a => a.Place);

    internal static IQueryable<IntroductionStop> StopsOf(this GildeDb db, long id) => db.IntroductionStops.AsNoTracking().Where(s => s.IntroductionId == id).OrderBy(s => s.Place);

    /// <summary>Those whose time is over and that nobody has closed yet.</summary>
    internal static IQueryable<Introduction> Overdue(this GildeDb db, Instant now) =>
        db.Introductions.Include(i => i.Closure).Where(i => i.Closure == null && i.ExpiresAt <= now).OrderBy(i => i.Id);

    /// <summary>Over by a moment, but naming a target who has been erased.</summary>
    internal static IQueryable<Introduction> WithErasedTarget(this GildeDb db, Instant overBy) =>
        db.Introductions.Where(i => i.ExpiresAt <= overBy && !i.IsOutside && i.TargetId == null && i.TargetName != "");

    /// <summary>Over by a moment, but naming a first person on the way who has been erased.</summary>
    internal static IQueryable<Introduction> WithErasedFirst(this GildeDb db, Instant overBy) =>
        db.Introductions.Where(i => i.ExpiresAt <= overBy && i.FirstName != "" && i.Stops.All(s => s.Place != 1));

    /// <summary>Whether introductions may come to a member at all.</summary>
    internal static async Task<bool> TakesPart(this GildeDb db, long memberId, CancellationToken stop) =>
        await db.IntroductionChoices.AsNoTracking().SingleOrDefaultAsync(c => c.MemberId == memberId, stop) is not { TakesPart: false };

    internal static Task<Askers> AskersOf(this GildeDb db, long memberId, CancellationToken stop) =>
        db.IntroductionChoices.Where(c => c.MemberId == memberId).Select(c => c.Askers).FirstOrDefaultAsync(stop);

    internal static Task<Dictionary<long, Askers>> AskersOf(this GildeDb db, IReadOnlyCollection<long> members, CancellationToken stop) =>
        db.IntroductionChoices.Where(c => members.Contains(c.MemberId) && c.Askers != Askers.Anybody).ToDictionaryAsync(c => c.MemberId, c => c.Askers, stop);

    /// <summary>The contact of the viewer with this handle.</summary>
    internal static Task<Person?> AskedFirst(this GildeDb db, Viewer viewer, string? handle, CancellationToken stop) =>
        db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && db.Contacts.Any(c => c.OwnerId == viewer.Id && c.OtherId == m.Id)).AsPeople().FirstOrDefaultAsync(stop);

    /// <summary>The member with this handle, another than the viewer.</summary>
    internal static Task<Person?> AskedFor(this GildeDb db, Viewer viewer, string? handle, CancellationToken stop) =>
        db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && m.Id != viewer.Id).AsPeople().FirstOrDefaultAsync(stop);

    /// <summary>Of some members those whom the viewer may see.</summary>
    internal static Task<Dictionary<long, Person>> PeopleFor(this GildeDb db, Viewer viewer, IReadOnlyCollection<long> ids, CancellationToken stop) =>
        db.MembersVisibleTo(viewer).Where(m => ids.Contains(m.Id)).AsPeople().ToDictionaryAsync(p => p.Id, stop);
}
