using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

/// <summary>Writes to a member by handle: into the talk of the two, or as a first message to a stranger.</summary>
public sealed class WriteToMember(GildeDb db, IClock clock, SendMessage send)
{
    public async Task<SendResult> Execute(Viewer viewer, MessageInput input, CancellationToken stop = default)
    {
        try
        {
            return await Try(viewer, input, stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // The other person, or another window, began the same talk in this moment: now it is there.
            db.ChangeTracker.Clear();
            return await Try(viewer, input, stop);
        }
    }

    private async Task<SendResult> Try(Viewer viewer, MessageInput input, CancellationToken stop)
    {
        var handle = (input.To ?? "").TrimStart('@').ToLowerInvariant();
        var other = await db.MembersVisibleTo(viewer).Where(m => m.Handle == handle && m.Id != viewer.Id).Select(m => new { m.Id, m.Name }).SingleOrDefaultAsync(stop);
        if (other is null) return new(Sending.NotFound);
        return await db.WritingTo(viewer, other.Id, stop) switch
        {
            Writing.Freely => await Freely(viewer, other.Id, input, stop),
            Writing.FirstMessage => await AsStranger(viewer, other.Id, other.Name, input, stop),
            Writing.NotUntilAnswered => new(Sending.Unanswered) { ConversationId = (await db.DirectBetween(viewer.Id, other.Id, stop))?.Id ?? 0 },
        };
    }

    private async Task<SendResult> Freely(Viewer viewer, long otherId, MessageInput input, CancellationToken stop)
    {
        // Pictures go into a conversation that is there; a first one takes words alone.
        if (SendMessage.Check(viewer, input with { Picture = null }) is { Any: true } errors) return new(Sending.Invalid) { Errors = errors };
        return await db.Atomically(async () => await send.Write(viewer, await db.TalkOf(clock, viewer.Id, otherId, stop), input, null, stop), stop);
    }

    private async Task<SendResult> AsStranger(Viewer viewer, long otherId, string otherName, MessageInput input, CancellationToken stop)
    {
        var (reason, text) = (VisibleText.Line(input.Reason ?? ""), VisibleText.Block(input.Text ?? ""));
        if (Check(viewer, reason, text) is { Any: true } errors) return new(Sending.Invalid) { Errors = errors };
        return await db.Alone(async () =>
        {
            var now = clock.GetCurrentInstant();
            if (await db.WaitForStrangers(viewer, now, stop) is { } wait) return new SendResult(Sending.TooManyStrangers) { Wait = wait };
            var conversation = await db.TalkOf(clock, viewer.Id, otherId, stop);
            var held = await db.IsBulk(viewer, otherName, $"{reason}\n{text}", now, stop);
            var message = new Message { ConversationId = conversation.Id, SenderId = viewer.Id, Body = text, SentAt = now, HeldAt = held ? now : null };
            await db.Deliver(clock, conversation, message, stop);
            db.Add(new FirstMessage { MessageId = message.Id, FromId = viewer.Id, ToId = otherId, Reason = reason, SentAt = now });
            await db.SaveChangesAsync(stop);
            return new(Sending.Sent) { ConversationId = conversation.Id, MessageId = message.Id };
        }, stop);
    }

    private static FieldErrors Check(Viewer viewer, string reason, string text)
    {
        var errors = new FieldErrors();
        if (reason.Length == 0) errors.Add("reason", viewer.T["Please say why you write."]);
        if (reason.Length > FirstMessage.MaxReason) errors.Add("reason", viewer.T["That is too long: {0} of at most {1} characters.", reason.Length, FirstMessage.MaxReason]);
        if (text.Length == 0) errors.Add("text", viewer.T["Please write something first."]);
        if (text.Length > FirstMessage.MaxText) errors.Add("text", viewer.T["That is too long: {0} of at most {1} characters.", text.Length, FirstMessage.MaxText]);
        return errors;
    }
}
