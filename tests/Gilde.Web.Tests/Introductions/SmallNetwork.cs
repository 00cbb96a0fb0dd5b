using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Introductions;
using Gilde.Web.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Introductions;

/// <summary>Contacts, talk and blocks between test members as their operations write them: rows and event in one unit of work.</summary>
internal static class SmallNetwork
{
    /// <summary>Brings two into contact who wrote to each other on so many of the last days.</summary>
    public static Task Connect(this GildeServer server, TestMember a, TestMember b, int days = 0) => server.Db(async db =>
    {
        var now = server.Clock.GetCurrentInstant();
        db.Add(new Contact(a.Id, b.Id, now));
        db.Add(new Contact(b.Id, a.Id, now));
        for (var day = 0; day < days; day++)
            foreach (var (from, to) in new[] { (a.Id, b.Id), (b.Id, a.Id) })
                db.Add(new Exchange { FromId = from, ToId = to, Day = Tie.DayOf(now) - day, Source = ExchangeSource.Imported, Count = 1, LastAt = now - Duration.FromDays(day) });
        db.Record(server.Clock, EventKinds.ContactMade, a.Id, b.Id);
        await db.SaveChangesAsync();
    });

    public static Task<byte> StrengthOf(this GildeServer server, TestMember one, TestMember other) => server.Db(db =>
        db.Ties.Where(t => t.LowId == Math.Min(one.Id, other.Id) && t.HighId == Math.Max(one.Id, other.Id)).Select(t => t.Strength).SingleAsync());

    public static Task Part(this GildeServer server, TestMember a, TestMember b) => server.Db(async db =>
    {
        await db.Contacts.Where(c => (c.OwnerId == a.Id && c.OtherId == b.Id) || (c.OwnerId == b.Id && c.OtherId == a.Id)).ExecuteDeleteAsync();
        db.Record(server.Clock, EventKinds.ContactRemoved, a.Id, b.Id);
        await db.SaveChangesAsync();
    });

    public static Task Hide(this GildeServer server, TestMember owner, TestMember other, bool hidden = true) => server.Db(async db =>
    {
        (await db.Contacts.SingleAsync(c => c.OwnerId == owner.Id && c.OtherId == other.Id)).Hidden = hidden;
        db.Record(server.Clock, EventKinds.ContactChanged, owner.Id, other.Id);
        await db.SaveChangesAsync();
    });

    public static Task HideAll(this GildeServer server, TestMember owner, bool hidden = true) => server.Db(async db =>
    {
        (await db.Members.SingleAsync(m => m.Id == owner.Id)).HidesContacts = hidden;
        db.Record(server.Clock, EventKinds.MemberChanged, owner.Id, owner.Id);
        await db.SaveChangesAsync();
    });

    public static Task Block(this GildeServer server, TestMember by, TestMember whom, bool blocked = true) => server.Db(async db =>
    {
        if (blocked) db.Add(new Block { MemberId = by.Id, BlockedId = whom.Id, At = server.Clock.GetCurrentInstant() });
        else db.Remove(await db.Blocks.SingleAsync(b => b.MemberId == by.Id && b.BlockedId == whom.Id));
        db.Record(server.Clock, blocked ? EventKinds.Blocked : EventKinds.Unblocked, by.Id, whom.Id);
        await db.SaveChangesAsync();
    });

    public static Task Suspend(this GildeServer server, TestMember member, bool suspended = true) => server.Db(async db =>
    {
        (await db.Members.SingleAsync(m => m.Id == member.Id)).SuspendedAt = suspended ? server.Clock.GetCurrentInstant() : null;
        db.Record(server.Clock, suspended ? EventKinds.MemberSuspended : EventKinds.MemberRestored, null, member.Id);
        await db.SaveChangesAsync();
    });

    /// <summary>
    /// Waits until no transaction that still runs in this database holds back what was written before the call: readers of the log never step over one.
    /// </summary>
    public static Task Readable(this GildeServer server) => Eventually.Is(() => server.Db(async db =>
    {
        var settled = await db.Settled();
        return !await db.Events.AnyAsync(e => e.Transaction >= settled);
    }), "the log is readable", seconds: 60);

    /// <summary>Waits until ties and graph have seen everything that was written before the call.</summary>
    public static async Task Settled(this GildeServer server)
    {
        await server.Readable();
        await Reached(server, () => PlaceOf(server, NotificationReader.ReaderName), "everybody is notified");
        await Reached(server, () => PlaceOf(server, TieReader.ReaderName), "the ties are current");
        await Reached(server, () => Task.FromResult(server.Services.GetRequiredService<EventFeed>().Place), "the graph is current");
    }

    private static Task<LogPlace> PlaceOf(GildeServer server, string reader) => server.Db(async db =>
        await db.EventPositions.AsNoTracking().Where(p => p.Reader == reader).Select(p => new LogPlace(p.Transaction, p.EventId)).FirstOrDefaultAsync());

    private static async Task Reached(GildeServer server, Func<Task<LogPlace>> place, string what)
    {
        var newest = await server.Db(async db => await db.Events.OrderByDescending(e => e.Transaction).ThenByDescending(e => e.Id).Select(e => new LogPlace(e.Transaction, e.Id)).FirstOrDefaultAsync());
        await Eventually.Is(async () => await place() is var now && (now.Transaction, now.EventId).CompareTo((newest.Transaction, newest.EventId)) >= 0, what);
    }
}
