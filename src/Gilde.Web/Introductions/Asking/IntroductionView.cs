using Gilde.Web.Contacts;
using Gilde.Web.Conversations;

namespace Gilde.Web.Introductions.Asking;

/// <summary>What the requester is told of their request.</summary>
public enum IntroductionState { OnItsWay, Arrived, Referred, Withdrawn, Expired }

/// <summary>What the viewer has to do with an introduction.</summary>
public enum IntroductionPart { Requester, Holder, Helper, Target }

/// <param name="By">Nobody where the viewer is not to know who added it.</param>
public sealed record AddedWords(string? By, string Words);

/// <summary>An introduction as one viewer may see it: who gave it to them, the words, whom it concerns, and the next, whom they know themselves.</summary>
public sealed record IntroductionView(long Id, IntroductionPart Part, string TargetName, string Wish, Instant AskedAt, Instant ExpiresAt)
{
    public bool IsOutside { get; init; }
    /// <summary>What has become of it; for its requester alone.</summary>
    public IntroductionState? State { get; init; }
    public Person? Requester { get; init; }
    /// <summary>Who is asked for, as far as they exist for the viewer; to the requester they are a name alone until the request has arrived.</summary>
    public Person? Target { get; init; }
    /// <summary>Over whom it was asked; for its requester alone.</summary>
    public string? FirstName { get; init; }
    /// <summary>From whom the viewer has it, if not from the requester.</summary>
    public Person? Giver { get; init; }
    public Person? Next { get; init; }
    public bool IsTarget { get; init; }
    public IReadOnlyList<AddedWords> Added { get; init; } = [];
    /// <summary>What the viewer answered.</summary>
    public AnswerKind? Answer { get; init; }
    public string AnswerWords { get; init; } = "";
    /// <summary>For the requester once it is over well: those who passed it on, or the one who says to write directly.</summary>
    public IReadOnlyList<Person> Helpers { get; init; } = [];
    public string? Thanks { get; init; }
    public long? ConversationId { get; init; }
    public IntroductionReply? Reply { get; init; }
    /// <summary>For the holder of a request to somebody outside: whom of their own address book it may mean, and whom they chose.</summary>
    public IReadOnlyList<KnownOutside> AddressBook { get; init; } = [];
    public KnownOutside? Chosen { get; init; }

    public static IntroductionState StateOf(ClosureKind? closure, Instant expires, Instant now) => closure switch
    {
        ClosureKind.Arrived => IntroductionState.Arrived,
        ClosureKind.Referred => IntroductionState.Referred,
        ClosureKind.Withdrawn => IntroductionState.Withdrawn,
        ClosureKind.Expired => IntroductionState.Expired,
        null => now < expires ? IntroductionState.OnItsWay : IntroductionState.Expired,
    };

    /// <summary>Null where there is no such introduction for the viewer.</summary>
    public static async Task<IntroductionView?> Load(GildeDb db, Viewer viewer, long id, Instant now, CancellationToken stop)
    {
        if (await db.IntroductionsFrom(viewer).AsNoTracking().Include(i => i.Closure).SingleOrDefaultAsync(i => i.Id == id, stop) is { } own) return await ForRequester(db, viewer, own, now, stop);
        var waiting = await db.IntroductionsWaitingFor(viewer, now).AsNoTracking().Include(i => i.Closure).SingleOrDefaultAsync(i => i.Id == id, stop);
        var introduction = waiting ?? await db.IntroductionsAnsweredBy(viewer).AsNoTracking().Include(i => i.Closure).SingleOrDefaultAsync(i => i.Id == id, stop);
        return introduction is null ? null : await ForOneOnTheWay(db, viewer, introduction, isWaiting: waiting is not null, stop);
    }

    private static IntroductionView Of(Introduction i, IntroductionPart part) => new(i.Id, part, i.TargetName, i.Wish, i.AskedAt, i.ExpiresAt) { IsOutside = i.IsOutside };

    /// <summary>Until it is over, from the request's own row alone: what others do must not shine through.</summary>
    private static async Task<IntroductionView> ForRequester(GildeDb db, Viewer viewer, Introduction i, Instant now, CancellationToken stop)
    {
        var state = StateOf(i.Closure?.Kind, i.ExpiresAt, now);
        var view = Of(i, IntroductionPart.Requester) with { FirstName = i.FirstName, State = state };
        if (state is not (IntroductionState.Arrived or IntroductionState.Referred)) return view;
        // Who passed it on was told that their words are read once it arrives: of one that did not, the last word alone is shown.
        var helpful = await db.AnswersTo(i.Id).Where(a => state == IntroductionState.Referred ? a.Kind == AnswerKind.Referred : a.Kind != AnswerKind.Declined && a.Kind != AnswerKind.Accepted).ToListAsync(stop);
        var people = await db.PeopleFor(viewer, [.. helpful.Select(a => a.MemberId), i.TargetId ?? 0], stop);
        return view with
        {
            Target = people.GetValueOrDefault(i.TargetId ?? 0),
            Helpers = [.. helpful.Where(a => people.ContainsKey(a.MemberId)).Select(a => people[a.MemberId])],
            Added = [.. helpful.Where(a => a.Words.Length > 0 && people.ContainsKey(a.MemberId)).Select(a => new AddedWords(people[a.MemberId].Name, a.Words))],
            Thanks = await db.IntroductionThanks.Where(t => t.IntroductionId == i.Id).Select(t => t.Words).FirstOrDefaultAsync(stop),
            Reply = await db.IntroductionReplies.AsNoTracking().FirstOrDefaultAsync(r => r.IntroductionId == i.Id, stop),
            ConversationId = state == IntroductionState.Arrived ? await Talk(db, viewer, i.TargetId, stop) : null,
        };
    }

    private static async Task<IntroductionView?> ForOneOnTheWay(GildeDb db, Viewer viewer, Introduction i, bool isWaiting, CancellationToken stop)
    {
        var stops = await db.StopsOf(i.Id).ToListAsync(stop);
        // Whoever is erased at this moment has no part in it any more.
        if (stops.SingleOrDefault(s => s.MemberId == viewer.Id)?.Place is not { } place) return null;
        var answers = await db.AnswersTo(i.Id).ToListAsync(stop);
        var (giver, next) = (stops.SingleOrDefault(s => s.Place == place - 1)?.MemberId, stops.SingleOrDefault(s => s.Place == place + 1)?.MemberId);
        var people = await db.PeopleFor(viewer, [i.RequesterId, i.TargetId ?? 0, giver ?? 0, next ?? 0], stop);
        if (!people.TryGetValue(i.RequesterId, out var requester)) return null;
        var mine = answers.SingleOrDefault(a => a.MemberId == viewer.Id);
        var isTarget = i.TargetId == viewer.Id;
        var target = people.GetValueOrDefault(i.TargetId ?? 0);
        return Of(i, isTarget && mine is not null ? IntroductionPart.Target : isWaiting ? IntroductionPart.Holder : IntroductionPart.Helper) with
        {
            TargetName = target?.Name ?? i.TargetName,
            Requester = requester,
            Target = target,
            Giver = giver is { } from ? people.GetValueOrDefault(from) : null,
            Next = next is { } to && !isTarget ? people.GetValueOrDefault(to) : null,
            IsTarget = isTarget,
            Added = [.. answers.Where(a => a.Place < place && a.Words.Length > 0).Select(a => new AddedWords(a.MemberId == giver ? people.GetValueOrDefault(a.MemberId)?.Name : null, a.Words))],
            Answer = mine?.Kind,
            AnswerWords = mine?.Words ?? "",
            Thanks = mine is null || isTarget ? null : await db.IntroductionThanks.Where(t => t.IntroductionId == i.Id).Select(t => t.Words).FirstOrDefaultAsync(stop),
            ConversationId = isTarget && mine is not null ? await Talk(db, viewer, i.RequesterId, stop) : null,
        };
    }

    /// <summary>The conversation that it opened, as long as it exists for the viewer.</summary>
    private static async Task<long?> Talk(GildeDb db, Viewer viewer, long? otherId, CancellationToken stop) =>
        otherId is { } other && await db.DirectBetween(viewer.Id, other, stop) is { } talk && await db.ConversationsOf(viewer).AnyAsync(p => p.ConversationId == talk.Id, stop) ? talk.Id : null;
}
