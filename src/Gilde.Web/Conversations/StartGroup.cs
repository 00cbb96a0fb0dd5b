using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

public enum GroupOutcome { Done, NotFound, Invalid }

public sealed record GroupResult(GroupOutcome Outcome, long ConversationId = 0)
{
    public FieldErrors Errors { get; init; } = new();
}

/// <summary>Begins a small group with some of the viewer's contacts.</summary>
public sealed class StartGroup(GildeDb db, IClock clock)
{
    public async Task<GroupResult> Execute(Viewer viewer, string? title, IReadOnlyCollection<string> handles, CancellationToken stop = default)
    {
        var name = VisibleText.Line(title ?? "");
        var people = await db.ContactsByHandle(viewer, handles.Take(Conversation.MaxParticipants).ToList()).ToListAsync(stop);
        if (Check(viewer, name, handles, people.Count) is { Any: true } errors) return new(GroupOutcome.Invalid) { Errors = errors };
        return await db.Atomically(async () =>
        {
            var now = clock.GetCurrentInstant();
            var group = db.Add(Conversation.Group(name, viewer.Id, now)).Entity;
            await db.SaveChangesAsync(stop);
            foreach (var id in people.Prepend(viewer.Id)) db.Add(new Participant { ConversationId = group.Id, MemberId = id, JoinedAt = now, LastMessageId = 0 });
            await db.Deliver(clock, group, new Message { ConversationId = group.Id, SenderId = viewer.Id, Kind = MessageKind.Started, Body = name, SentAt = now }, stop);
            return new GroupResult(GroupOutcome.Done, group.Id);
        }, stop);
    }

    private static FieldErrors Check(Viewer viewer, string title, IReadOnlyCollection<string> handles, int found)
    {
        var errors = GroupRules.CheckTitle(viewer, title);
        if (handles.Count == 0) errors.Add("with", viewer.T["Please choose at least one contact."]);
        else if (handles.Count >= Conversation.MaxParticipants) errors.Add("with", viewer.T["A group has at most {0} members.", Conversation.MaxParticipants]);
        else if (found < handles.Distinct(StringComparer.Ordinal).Count()) errors.Add("with", viewer.T["You can add only contacts of yours."]);
        return errors;
    }
}

internal static class GroupRules
{
    public static FieldErrors CheckTitle(Viewer viewer, string title)
    {
        var errors = new FieldErrors();
        if (title.Length == 0) errors.Add("title", viewer.T["Please give the group a name."]);
        if (title.Length > Conversation.MaxTitle) errors.Add("title", viewer.T["That is too long: {0} of at most {1} characters.", title.Length, Conversation.MaxTitle]);
        return errors;
    }
}
