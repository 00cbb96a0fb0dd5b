using Gilde.Web.Formats;
using Gilde.Web.Pictures;

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
public sealed class SendMessage(GildeDb db, IClock clock, StorePicture store)
{
    public async Task<SendResult> Execute(Viewer viewer, long conversationId, MessageInput input, CancellationToken stop = default)
    {
        if (!await IsIn(viewer, conversationId, stop)) return new(Sending.NotFound);
        if (Check(viewer, input) is { Any: true } errors) return new(Sending.Invalid) { Errors = errors };
        // Before the conversation is held: reading a picture takes its time.
        var upload = await Picture(viewer, conversationId, input, stop);
        if (upload?.Refusal is { } refusal) return new(Sending.Invalid) { Errors = new FieldErrors().Add("picture", PictureWords.Why(refusal, viewer.T)) };
        return await db.Atomically(async () =>
        {
            if (await db.Lock(conversationId, stop) is not { } conversation || !await IsIn(viewer, conversationId, stop)) return new SendResult(Sending.NotFound);
            if (!conversation.IsGroup && await db.WritingTo(viewer, await Other(conversationId, viewer, stop), stop) != Writing.Freely) return new(Sending.Unanswered) { ConversationId = conversationId };
            await db.SaveChangesAsync(stop);
            return await Write(viewer, conversation, input, upload?.Picture, stop);
        }, stop);
    }

    /// <summary>Into a conversation where the viewer was found to be free to write; held by the caller, its picture saved.</summary>
    internal async Task<SendResult> Write(Viewer viewer, Conversation conversation, MessageInput input, Picture? picture, CancellationToken stop)
    {
        var message = new Message
        {
            ConversationId = conversation.Id, SenderId = viewer.Id, Body = VisibleText.Block(input.Text ?? ""), SentAt = clock.GetCurrentInstant(),
            PictureId = picture?.Id, PictureText = picture?.Alternative ?? "",
        };
        await db.Deliver(clock, conversation, message, stop);
        return new(Sending.Sent) { ConversationId = conversation.Id, MessageId = message.Id };
    }

    internal static FieldErrors Check(Viewer viewer, MessageInput input)
    {
        var (errors, text) = (new FieldErrors(), VisibleText.Block(input.Text ?? ""));
        if (text.Length == 0 && input.Picture is null) errors.Add("text", viewer.T["Please write something first."]);
        if (text.Length > ConversationsModel.MaxBody) errors.Add("text", viewer.T["That is too long: {0} of at most {1} characters.", text.Length, ConversationsModel.MaxBody]);
        if (input.Alternative?.Length > ConversationsModel.MaxPictureText) errors.Add("picture", viewer.T["That is too long: {0} of at most {1} characters.", input.Alternative.Length, ConversationsModel.MaxPictureText]);
        return errors;
    }

    private Task<bool> IsIn(Viewer viewer, long conversationId, CancellationToken stop) =>
        db.ConversationsOf(viewer).AnyAsync(p => p.ConversationId == conversationId && p.LeftAt == null, stop);

    private async Task<PictureUpload?> Picture(Viewer viewer, long conversationId, MessageInput input, CancellationToken stop)
    {
        if (input.Picture is not { } file) return null;
        await using var content = file.OpenReadStream();
        return await store.Execute(new PictureOrder(viewer.Id, PicturePurpose.Conversation, input.Alternative ?? "", conversationId), content, stop);
    }

    private Task<long> Other(long conversationId, Viewer viewer, CancellationToken stop) =>
        db.ParticipantsIn(conversationId).Where(p => p.MemberId != viewer.Id).Select(p => p.MemberId).SingleAsync(stop);
}
