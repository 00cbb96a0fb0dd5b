using Gilde.Web.Contacts;
using Gilde.Web.Conversations;

namespace Gilde.Web.Tests.Conversations;

/// <summary>What tests of conversations do again and again.</summary>
internal static class Talks
{
    /// <summary>The two are in contact.</summary>
    public static Task Connect(this GildeServer server, TestMember one, params TestMember[] others) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        foreach (var other in others) db.AddRange(new Contact(one.Id, other.Id, now), new Contact(other.Id, one.Id, now));
        await db.SaveChangesAsync();
    });

    public static Task Block(this GildeServer server, TestMember one, TestMember other) => server.Db(async db =>
    {
        db.Add(new Block { MemberId = one.Id, BlockedId = other.Id, At = server.Clock.GetCurrentInstant() });
        await db.SaveChangesAsync();
    });

    /// <summary>Writes by handle; returns the conversation's address.</summary>
    public static Task<string> WriteTo(this TestMember from, TestMember to, string text, string? reason = null) =>
        from.Client.SubmitOk("/messages", [("to", to.Handle), ("text", text), .. reason is null ? Array.Empty<(string, string)>() : [("reason", reason)]]);

    public static async Task<string> Group(this TestMember from, string title, params TestMember[] others) =>
        await from.Client.SubmitOk("/messages/groups", [("title", title), .. others.Select(o => ("with", o.Handle))]);

    /// <summary>The member's browser at another server of the same network.</summary>
    public static HttpClient ClientOf(this GildeServer server, TestMember member)
    {
        var client = server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{Gilde.Web.Accounts.Sessions.Cookie}={member.SessionToken}");
        return client;
    }

    /// <summary>Many messages in one transaction.</summary>
    public static Task Say(this GildeServer server, TestMember from, string path, IEnumerable<string> texts) => server.Db(db => db.Atomically(async () =>
    {
        var talk = (await db.Lock(IdOf(path), default))!;
        foreach (var text in texts) await db.Deliver(server.Clock, talk, new Message { ConversationId = talk.Id, SenderId = from.Id, Body = text, SentAt = server.Clock.GetCurrentInstant() }, default);
        return 0;
    }));

    /// <summary>Waits until the readers of the event log have seen what was written in a conversation so far.</summary>
    public static Task Read(this GildeServer server, TestMember writer, string path) => Eventually.Is(() => server.Db(async db =>
    {
        var last = await db.Events.Where(e => e.ParentId == IdOf(path) && e.ActorId == writer.Id).MaxAsync(e => e.Id);
        var position = await db.EventPositions.AsNoTracking().SingleOrDefaultAsync(p => p.Reader == "unread-mail");
        return position?.EventId >= last || (db.IsPostgres && position?.Transaction > await db.Events.Where(e => e.Id == last).Select(e => e.Transaction).SingleAsync());
    }), "the log to be read", seconds: 30);

    public static long IdOf(string path) => long.Parse(path.Split('/')[2]);

    public static Task<Participant> Seat(this GildeServer server, TestMember member, string path) =>
        server.Db(db => db.Participants.AsNoTracking().SingleAsync(p => p.ConversationId == IdOf(path) && p.MemberId == member.Id));

    /// <summary>The words of a thread's bubbles, oldest first.</summary>
    public static async Task<List<string>> Said(this TestMember member, string path) =>
        (await member.Client.Page(path)).QuerySelectorAll(".bubble .bubble-body").Select(b => b.TextContent.Trim()).ToList();
}
