using System.Collections.Concurrent;
using Gilde.Web.Conversations;
using Gilde.Web.Demo;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;

namespace Gilde.Web.Tests.Demo;

public class FillDemoTests
{
    private const int People = 300;
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Settings>>> Filling = new();

    [Theory, BothDatabases]
    public async Task An_empty_database_gets_a_whole_network_that_says_it_is_invented(DatabaseKind kind)
    {
        await using var db = await Filled(kind);
        var network = await db.Networks.SingleAsync();
        Assert.True(network.IsDemo);
        Assert.Contains("erfunden", network.Imprint);
        Assert.Equal(People, await db.Members.CountAsync());
        Assert.Equal(People, await db.Users.CountAsync());
        Assert.True(await db.Contacts.CountAsync() > People * 8);
        Assert.True(await db.Messages.CountAsync() > People * 8);
        Assert.Equal(0, await db.Contacts.CountAsync(c => !db.Contacts.Any(o => o.OwnerId == c.OtherId && o.OtherId == c.OwnerId)));
    }

    [Theory, BothDatabases]
    public async Task Messages_are_numbered_in_the_order_in_which_they_were_sent(DatabaseKind kind)
    {
        await using var db = await Filled(kind);
        var sent = await db.Messages.OrderBy(m => m.Id).Select(m => m.SentAt).ToListAsync();
        Assert.Equal(sent.Order(), sent);
        Assert.Equal(0, await db.Conversations.CountAsync(c => c.LastMessageId != db.Messages.Where(m => m.ConversationId == c.Id).Max(m => m.Id)));
        Assert.Equal(0, await db.Participants.CountAsync(p =>
            p.Unread != db.Messages.Count(m => m.ConversationId == p.ConversationId && m.Id > p.LastReadId && m.SenderId != p.MemberId && m.Kind == MessageKind.Text)));
    }

    [Theory, BothDatabases]
    public async Task The_member_to_look_around_as_has_much_to_see(DatabaseKind kind)
    {
        await using var db = await Filled(kind);
        var id = await db.Users.Where(u => u.Email == FillDemo.MemberEmail).Select(u => u.Id).SingleAsync();
        Assert.True(await db.Contacts.CountAsync(c => c.OwnerId == id) > 40);
        Assert.True(await db.Participants.AnyAsync(p => p.MemberId == id && p.Unread > 0));
        Assert.True(await db.ContactRequests.AnyAsync(r => r.ToId == id));
        Assert.True(await db.RoleGrants.AnyAsync(g => db.Users.Any(u => u.Id == g.MemberId && u.Email == FillDemo.OperatorEmail)));
    }

    [Theory, BothDatabases]
    public async Task The_member_to_look_around_as_has_introductions_in_every_state(DatabaseKind kind)
    {
        await using var db = await Filled(kind);
        var id = await db.Users.Where(u => u.Email == FillDemo.MemberEmail).Select(u => u.Id).SingleAsync();
        Assert.Equal(4, await db.Introductions.CountAsync());
        Assert.Equal(1, await db.Introductions.CountAsync(i => i.HolderId == id));
        Assert.Equal(1, await db.Introductions.CountAsync(i => i.RequesterId == id && i.Closure == null));
        Assert.Equal(1, await db.Introductions.CountAsync(i => i.RequesterId == id && i.Closure!.Kind == ClosureKind.Arrived));
        var thanked = await db.IntroductionThanks.SingleAsync();
        Assert.True(await db.IntroductionAnswers.AnyAsync(a => a.IntroductionId == thanked.IntroductionId && a.MemberId == id && a.Kind == AnswerKind.Passed));
        // Each way is one that the network has.
        foreach (var introduction in await db.Introductions.Include(i => i.Stops).ToListAsync())
        {
            var way = introduction.Stops.OrderBy(s => s.Place).Select(s => s.MemberId).Prepend(introduction.RequesterId).ToList();
            Assert.All(way.Zip(way.Skip(1)), tie => Assert.True(db.Contacts.Any(c => c.OwnerId == tie.First && c.OtherId == tie.Second)));
            var (requester, target) = (way[0], way[^1]);
            Assert.False(db.Contacts.Any(c => c.OwnerId == requester && c.OtherId == target));
        }
    }

    [Theory, BothDatabases]
    public async Task A_second_filling_changes_nothing_and_whoever_joins_gets_the_next_number(DatabaseKind kind)
    {
        await using var demo = DataSetup.Open(await Databases.New(kind));
        await Fill(demo);
        Assert.Equal(DemoOutcome.AlreadyFilled, await Fill(demo));
        Assert.Equal(People, await demo.Members.CountAsync());
        var newcomer = new Member("Neue Person", "neue-person", Language.German, SystemClock.Instance.GetCurrentInstant());
        demo.Add(newcomer);
        await demo.SaveChangesAsync();
        Assert.Equal(People + 1, newcomer.Id);
    }

    [Theory, BothDatabases]
    public async Task A_real_network_is_refused(DatabaseKind kind)
    {
        await using var real = DataSetup.Open(await Databases.New(kind));
        real.Add(new Network { Name = "Echt", Trade = "Draht", Color = "#000000", Imprint = "Verband" });
        await real.SaveChangesAsync();
        Assert.Equal(DemoOutcome.HoldsRealNetwork, await Fill(real));
        Assert.Equal(0, await real.Members.CountAsync());
    }

    /// <summary>One filled database for all tests that only look.</summary>
    private static async Task<GildeDb> Filled(DatabaseKind kind) => DataSetup.Open(await Filling.GetOrAdd(kind, k => new(async () =>
    {
        var settings = await Databases.New(k);
        await using var db = DataSetup.Open(settings);
        Assert.Equal(DemoOutcome.Filled, await Fill(db));
        return settings;
    })).Value);

    private static Task<DemoOutcome> Fill(GildeDb db) => new FillDemo(db, new MicrosecondClock()).Execute(new Silent(), people: People);
}
