using Gilde.Web.Data;
using Gilde.Web.Formats;
using Gilde.Web.Web;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Gilde.Web.Conversations;

/// <summary>What comes of sending a message.</summary>
public enum Sending { Sent, NotFound, Invalid, Unanswered, TooManyStrangers }

public sealed record SendResult(Sending Outcome)
{
    public long ConversationId { get; init; }
    public long MessageId { get; init; }
    public FieldErrors Errors { get; init; } = new();
    /// <summary>When too many strangers were written to: how long until the next.</summary>
    public Duration Wait { get; init; }
}

/// <summary>Sends a message into a conversation that the viewer takes part in.</summary>
public sealed class SendMessage(GildeDb db, IClock clock)
{
    public async Task<SendResult> Execute(Viewer viewer, long conversationId, MessageInput input, CancellationToken stop = default) => await db.Atomically(async () =>
    {
        if (!await db.ConversationsOf(viewer).AnyAsync(p => p.ConversationId == conversationId && p.LeftAt == null, stop)) return new SendResult(Sending.NotFound);
        if (await db.Lock(conversationId, stop) is not { } conversation) return new(Sending.NotFound);
        if (!conversation.IsGroup && await db.WritingTo(viewer, await Other(conversationId, viewer, stop), stop) != Writing.Freely) return new(Sending.Unanswered) { ConversationId = conversationId };
        return await Write(viewer, conversation, input, stop);
    }, stop);

    /// <summary>Into a conversation where the viewer was found to be free to write; locked by the caller.</summary>
    internal async Task<SendResult> Write(Viewer viewer, Conversation conversation, MessageInput input, CancellationToken stop)
    {
        var text = VisibleText.Block(input.Text ?? "");
        if (Check(viewer, text) is { Any: true } errors) return new(Sending.Invalid) { Errors = errors, ConversationId = conversation.Id };
        var message = new Message { ConversationId = conversation.Id, SenderId = viewer.Id, Body = text, SentAt = clock.GetCurrentInstant() };
        await db.Deliver(clock, conversation, message, stop);
        return new(Sending.Sent) { ConversationId = conversation.Id, MessageId = message.Id };
    }

    private Task<long> Other(long conversationId, Viewer viewer, CancellationToken stop) =>
        db.ParticipantsIn(conversationId).Where(p => p.MemberId != viewer.Id).Select(p => p.MemberId).SingleAsync(stop);

    private static FieldErrors Check(Viewer viewer, string text)
    {
        var errors = new FieldErrors();
        if (text.Length == 0) errors.Add("text", viewer.T["Please write something first."]);
        if (text.Length > ConversationsModel.MaxBody) errors.Add("text", viewer.T["That is too long: {0} of at most {1} characters.", text.Length, ConversationsModel.MaxBody]);
        return errors;
    }
}
