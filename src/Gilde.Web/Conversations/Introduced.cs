namespace Gilde.Web.Conversations;

/// <summary>What an introduction brings into the conversation of the two.</summary>
/// <param name="Wish">The requester's words.</param>
/// <param name="Passed">Who passed it on, in their order, and what they added; those alone who exist for both.</param>
/// <param name="Reply">What the one who accepted says to it; may be empty.</param>
internal sealed record Introduced(string Wish, IReadOnlyList<(long MemberId, string Words)> Passed, string Reply);

/// <summary>Lets two who were introduced to each other talk freely.</summary>
internal static class IntroducedTalks
{
    /// <summary>Opens their conversation, or goes on in the one they have, in the caller's transaction.</summary>
    public static async Task<long> OpenIntroduced(this GildeDb db, IClock clock, long requesterId, long targetId, Introduced introduced, CancellationToken stop)
    {
        var talk = await db.TalkOf(clock, requesterId, targetId, stop);
        var now = clock.GetCurrentInstant();
        await db.Deliver(clock, talk, new Message { ConversationId = talk.Id, SenderId = targetId, Kind = MessageKind.Introduced, Body = "", SentAt = now }, stop);
        // A note each that names them by their id: who is blocked or erased later is not to stay here by name.
        foreach (var (member, words) in introduced.Passed)
            await db.Deliver(clock, talk, new Message { ConversationId = talk.Id, SenderId = targetId, Kind = MessageKind.Introduced, SubjectId = member, Body = words, SentAt = now }, stop);
        await db.Deliver(clock, talk, new Message { ConversationId = talk.Id, SenderId = requesterId, Body = introduced.Wish, SentAt = now }, stop);
        if (introduced.Reply.Length > 0) await db.Deliver(clock, talk, new Message { ConversationId = talk.Id, SenderId = targetId, Body = introduced.Reply, SentAt = now }, stop);
        return talk.Id;
    }

    /// <summary>The talk of the two, held by the caller's transaction; begun if it is new. It shows to nobody before it holds something for them.</summary>
    public static async Task<Conversation> TalkOf(this GildeDb db, IClock clock, long starter, long other, CancellationToken stop)
    {
        if (await db.DirectBetween(starter, other, stop) is { } known) return (await db.Lock(known.Id, stop))!;
        var now = clock.GetCurrentInstant();
        var conversation = db.Add(Conversation.Between(starter, other, now)).Entity;
        await db.SaveChangesAsync(stop);
        db.Add(new Participant { ConversationId = conversation.Id, MemberId = starter, JoinedAt = now, LastMessageId = 0 });
        db.Add(new Participant { ConversationId = conversation.Id, MemberId = other, JoinedAt = now, LastMessageId = 0 });
        await db.SaveChangesAsync(stop);
        return conversation;
    }
}
