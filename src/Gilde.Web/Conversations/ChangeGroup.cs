using Gilde.Web.Events;
using Gilde.Web.Formats;

namespace Gilde.Web.Conversations;

/// <summary>Adds to, renames or leaves a group that the viewer is in. Each change is a note in its thread.</summary>
public sealed class ChangeGroup(GildeDb db, IClock clock)
{
    public Task<GroupResult> Add(Viewer viewer, long groupId, IReadOnlyCollection<string> handles, CancellationToken stop = default) => In(viewer, groupId, async group =>
    {
        var people = await db.ContactsByHandle(viewer, handles.Take(Conversation.MaxParticipants).ToList()).ToListAsync(stop);
        if (people.Count == 0 || people.Count < handles.Distinct(StringComparer.Ordinal).Count()) return Invalid(groupId, "with", viewer.T["You can add only contacts of yours."]);
        var seats = await db.ParticipantsIn(groupId).ToDictionaryAsync(p => p.MemberId, stop);
        var joining = people.Where(id => !seats.TryGetValue(id, out var seat) || seat.LeftAt is not null).ToList();
        if (seats.Values.Count(s => s.LeftAt is null) + joining.Count > Conversation.MaxParticipants) return Invalid(groupId, "with", viewer.T["A group has at most {0} members.", Conversation.MaxParticipants]);
        foreach (var id in joining) await Join(viewer, group, id, seats.GetValueOrDefault(id), stop);
        return new(GroupOutcome.Done, groupId);
    }, stop);

    public Task<GroupResult> Rename(Viewer viewer, long groupId, string? title, CancellationToken stop = default) => In(viewer, groupId, async group =>
    {
        var name = VisibleText.Line(title ?? "");
        if (GroupRules.CheckTitle(viewer, name) is { Any: true } errors) return new(GroupOutcome.Invalid, groupId) { Errors = errors };
        if (name == group.Title) return new(GroupOutcome.Done, groupId);
        group.Title = name;
        await Note(viewer, group, MessageKind.Renamed, name, null, stop);
        return new(GroupOutcome.Done, groupId);
    }, stop);

    public Task<GroupResult> Leave(Viewer viewer, long groupId, CancellationToken stop = default) => In(viewer, groupId, async group =>
    {
        await Note(viewer, group, MessageKind.Left, "", null, stop);
        var mine = await db.ParticipantsIn(groupId).SingleAsync(p => p.MemberId == viewer.Id, stop);
        mine.Leave(clock.GetCurrentInstant());
        await db.SaveChangesAsync(stop);
        return new(GroupOutcome.Done, groupId);
    }, stop);

    private Task<GroupResult> In(Viewer viewer, long groupId, Func<Conversation, Task<GroupResult>> change, CancellationToken stop) => db.Atomically(async () =>
    {
        var group = await db.Lock(groupId, stop);
        if (group is not { IsGroup: true } || !await db.ConversationsOf(viewer).AnyAsync(p => p.ConversationId == groupId && p.LeftAt == null, stop)) return new(GroupOutcome.NotFound);
        return await change(group);
    }, stop);

    /// <summary>The note of joining is the first message that whoever joins may see.</summary>
    private async Task Join(Viewer viewer, Conversation group, long memberId, Participant? before, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var seat = before ?? db.Add(new Participant { ConversationId = group.Id, MemberId = memberId, JoinedAt = now, LastMessageId = 0 }).Entity;
        seat.Return(now);
        await db.SaveChangesAsync(stop);
        var note = await Note(viewer, group, MessageKind.Added, "", memberId, stop);
        seat.SinceId = note.Id;
        await db.SaveChangesAsync(stop);
    }

    private async Task<Message> Note(Viewer viewer, Conversation group, MessageKind kind, string words, long? subject, CancellationToken stop)
    {
        db.Record(clock, EventKinds.ConversationChanged, viewer.Id, subject, parent: group.Id);
        return await db.Deliver(clock, group, new Message { ConversationId = group.Id, SenderId = viewer.Id, Kind = kind, Body = words, SubjectId = subject, SentAt = clock.GetCurrentInstant() }, stop);
    }

    private static GroupResult Invalid(long groupId, string field, string message) => new(GroupOutcome.Invalid, groupId) { Errors = new FieldErrors().Add(field, message) };
}
