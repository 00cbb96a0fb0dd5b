using System.Data.Common;
using Gilde.Web.Accounts;
using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Demo;
using Gilde.Web.Follows;
using Gilde.Web.Groups.Files;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Groups.Links;
using Gilde.Web.Groups;
using Gilde.Web.Introductions;
using Gilde.Web.Notifications;
using Gilde.Web.Posts;
using Gilde.Web.Posts.Comments;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Demo;

namespace Gilde.Web.Tests.Data;

/// <summary>On a network of twenty thousand no page that is often opened reads a table from end to end.</summary>
public class QueryPlanTests
{
    private const int Many = 20_000, FirstFiller = 100_000;

    [Theory, BothDatabases]
    public async Task What_is_often_read_is_found_by_an_index(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await Fill(settings);
        var recorded = new RecordedQueries();
        await using var server = await GildeServer.Start(settings, setUp: false, adjust: recorded.Add);
        var client = await SignIn(server);
        var talk = await server.Db(db => db.Participants.Where(p => p.MemberId == Me(db) && p.LastMessageId > 0).OrderByDescending(p => p.LastMessageId).Select(p => p.ConversationId).FirstAsync());
        var next = (await client.Page("/members")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var now = server.Clock.GetCurrentInstant();
        await using var db = DataSetup.Open(settings);
        var scans = new List<string>();
        // Many hits at once PostgreSQL rightly joins with all members by a hash.
        if (kind == DatabaseKind.Sqlite) scans.AddRange(await Scans(db, recorded, client, "/search?q=Ziehsteine"));
        foreach (var path in new[] { "/search?q=Berger+Altena", "/members", next, "/members?sort=newest", "/members?q=Brinkmann", "/contacts", "/contacts?sort=talked", "/contacts/requests", "/messages", $"/messages/{talk}", "/settings", "/groups", "/groups?q=rohre", "/groups/kreis-7", "/groups/kreis-7/members", "/groups/kreis-7/files", "/groups/kreis-7/links", "/notifications", $"/notifications?after={now.ToUnixTimeTicks() / 10}-1" })
            scans.AddRange(await Scans(db, recorded, client, path));
        foreach (var path in new[] { $"/posts/{TalkRows.Thread}/comments", $"/posts/{TalkRows.Thread}/comments?order=newest", $"/posts/{TalkRows.Thread}/comments?at={TalkRows.Answer}", $"/comments/{TalkRows.Comment}/answers", $"/comments/{TalkRows.Comment}/reactions" })
            scans.AddRange(await Scans(db, recorded, client, path));
        foreach (var path in new[] { "/", $"/?after={now.ToUnixTimeTicks() / 10}-1", $"/posts/{Id(0)}", $"/posts/{Id(0)}/reactions", "/tags/wort7", $"/@fuell7/posts", "/bookmarks", "/following", "/@fuell7/feed.atom", "/tags/wort7/feed.json", "/groups/kreis-7/feed.rss", "/settings/decisions" })
            scans.AddRange(await Scans(db, recorded, client, path));
        await server.Db(db => db.Members.Where(m => m.Id == Me(db)).ExecuteUpdateAsync(m => m.SetProperty(x => x.FeedOrder, FeedOrder.ClosestFirst)));
        scans.AddRange(await Scans(db, recorded, await SignIn(server), "/"));
        foreach (var ground in new[] { db.TieGround(Id(1), Id(2)), db.TieGroundOfRange(Id(100), Id(200)) })
            scans.AddRange(await Scans(db, ground.ExchangeLines(), ground.ContactSigns(), ground.Kept, ground.Ties));
        var (some, few) = (Enumerable.Range(0, 200).Select(Id).ToList(), Enumerable.Range(0, 200).Select(n => Id(n % 4)).ToList());
        scans.AddRange(await Scans(db, db.UnreadGroups(some, some), db.ShownIn(some, few), db.Unread(Id(1)), db.Unmailed(Id(1), Enum.GetValues<NotificationKind>()), db.DigestTurns.Where(t => t.DueAt <= now).OrderBy(t => t.DueAt).Take(100)));
        Assert.True(scans.Count == 0, string.Join('\n', scans));
    }

    /// <summary>What brings ties up to date, for a pair and for the members of one step of the night.</summary>
    private static async Task<List<string>> Scans(GildeDb db, params IQueryable[] queries)
    {
        var scans = new List<string>();
        foreach (var query in queries)
        {
            await using var command = query.CreateDbCommand();
            var parameters = command.Parameters.Cast<DbParameter>().ToList();
            command.Parameters.Clear();
            scans.AddRange(await QueryPlans.FullScans(db, new RecordedQuery(command.CommandText, parameters)));
        }
        return scans;
    }

    private static async Task<List<string>> Scans(GildeDb db, RecordedQueries recorded, HttpClient client, string path)
    {
        var queries = await recorded.Of(client, path);
        Assert.True(queries.Count > 0, $"{path} read nothing");
        var scans = new List<string>();
        foreach (var query in queries) scans.AddRange((await QueryPlans.FullScans(db, query)).Select(scan => $"{path}: {scan}"));
        return scans;
    }

    private static long Me(GildeDb db) => db.Users.Where(a => a.Email == FillDemo.MemberEmail).Select(a => a.Id).Single();

    private static async Task<HttpClient> SignIn(GildeServer server)
    {
        var (token, session) = Sessions.New(await server.Db(db => Task.FromResult(Me(db))), server.Clock.GetCurrentInstant(), "127.0.0.1", "test");
        await server.Db(async db => { db.Add(session); await db.SaveChangesAsync(); });
        var client = server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.Cookie}={token}");
        return client;
    }

    /// <summary>The invented network, and around it so many more members with contacts, talks and requests of their own.</summary>
    private static async Task Fill(Settings settings)
    {
        await using var db = DataSetup.Open(settings);
        var clock = new MicrosecondClock();
        await new FillDemo(db, clock).Execute(new Silent(), people: 300);
        var now = clock.GetCurrentInstant();
        await db.Atomically(async () =>
        {
            await db.Insert(Numbers.Select(n => new Member($"Vorname{n % 400} Nachname{n % 9_000}", $"fuell{n}", Language.German, now) { ActiveSince = now, Place = $"Ort {n % 500}" }), firstId: FirstFiller);
            await db.Insert(Numbers.SelectMany(n => new[] { 1, 7, 50 }.SelectMany(step => Sides(n, (n + step) % Many, now))));
            await db.Insert(Numbers.Select(n => new ContactRequest { FromId = Id(n), ToId = Id((n + 11) % Many), Reason = "Bitte", At = now }), firstId: FirstFiller);
            await db.Insert(Numbers.Select(n => new Conversation { DirectKey = Conversation.KeyFor(Id(n), Id((n + 1) % Many)), StartedById = Id(n), StartedAt = now, LastMessageId = Id(n), LastMessageAt = now }), firstId: FirstFiller);
            await db.Insert(Numbers.SelectMany(n => new[] { n, (n + 1) % Many }.Select(m => new Participant { ConversationId = Id(n), MemberId = Id(m), JoinedAt = now, LastMessageId = Id(n), Unread = m == n ? 0 : 1 })));
            await db.Insert(Numbers.Select(n => new Message { ConversationId = Id(n), SenderId = Id(n), Body = "Guten Tag", SentAt = now }), firstId: FirstFiller);
            await db.Insert(Numbers.Select(n => new Block { MemberId = Id(n), BlockedId = Id((n + 100) % Many), At = now }));
            await db.Insert(Numbers.Select(n => new FirstMessage { MessageId = Id(n), FromId = Id(n), ToId = Id((n + 1) % Many), Reason = "Bitte", SentAt = now }));
            await db.Insert(Numbers.Select(n => new Tie { LowId = Math.Min(Id(n), Id((n + 1) % Many)), HighId = Math.Max(Id(n), Id((n + 1) % Many)), Strength = 40 }));
            await db.Insert(Numbers.SelectMany(n => new[] { (From: n, To: (n + 1) % Many), (From: (n + 1) % Many, To: n) }.Select(x => new Exchange { FromId = Id(x.From), ToId = Id(x.To), Day = Tie.DayOf(now), Source = ExchangeSource.Imported, Count = 1, LastAt = now })));
            await db.Insert(Numbers.Take(5_000).Select(n => new Group { Slug = $"kreis-{n}", Name = $"Kreis {n}", Words = $"kreis {n}", PublicSince = now, CreatedById = Id(n), CreatedAt = now, ActiveAt = now - Duration.FromMinutes(n), Members = 4 }), firstId: FirstFiller);
            await db.Insert(Numbers.Select(n => new GroupMember { GroupId = Id(n % 5_000), MemberId = Id(n), Role = n < 5_000 ? GroupRole.Owner : GroupRole.Member, JoinedAt = now }));
            await db.Insert(Numbers.Select(n => new GroupTag { GroupId = Id(n % 5_000), Key = $"wort{n}", Name = $"Wort{n}", Rank = 0 }));
            await db.Insert(Numbers.Select(n => new GroupInvitation { GroupId = Id(n % 5_000), MemberId = Id((n + 3) % Many), ById = Id(n), At = now }));
            await db.Insert(Numbers.Select(n => new GroupRequest { GroupId = Id(n % 5_000), MemberId = Id((n + 4) % Many), Words = "Bitte", AskedAt = now }));
            await db.Insert(Numbers.Select(n => new GroupFile { GroupId = Id(n % 5_000), Name = "tabelle.txt", Words = "tabelle txt", ById = Id(n), Version = 1, ChangedAt = now }), firstId: FirstFiller);
            await db.Insert(Numbers.Select(n => new GroupFileVersion { FileId = Id(n), Version = 1, ById = Id(n), At = now, Size = 5, Sha256 = "", Path = $"aa/{n}" }));
            await db.Insert(Numbers.Select(n => new GroupLink { GroupId = Id(n % 5_000), Title = "Normen", Address = "https://example.org/", Words = "normen", ById = Id(n), At = now }), firstId: FirstFiller);
            await db.Insert(Numbers.Select(n => new SectionAudience { MemberId = Id(n), Section = ProfileSection.Place, Audience = Audience.Members }));
            await Talk(db, now);
            await TalkRows.Fill(db, FirstFiller, Many, now);
            await db.ContinueIds();
            return 0;
        });
        await db.Execute(db.IsPostgres
            ? $"INSERT INTO search_rows_fts (member_id, audience, vector) SELECT id, 1, setweight(to_tsvector('simple', name), 'A') || to_tsvector('simple', (SELECT string_agg('wort' || (id * g) % 5003, ' ') FROM generate_series(1, 40) AS g)) FROM members WHERE id >= {FirstFiller}"
            : $"INSERT INTO search_rows_fts (rowid, a, b, c, d) SELECT id * 4 + 1, lower(name), '', '', '' FROM members WHERE id >= {FirstFiller}");
        if (db.IsPostgres) await db.Execute("ANALYZE");
    }

    /// <summary>Posts, what others say to them and what is told of it; a hundred of these to the member who looks.</summary>
    private static async Task Talk(GildeDb db, Instant now)
    {
        var me = Me(db);
        await db.Insert(Numbers.Select(n => new Post { AuthorId = n < 100 ? me : Id(n), Text = "Wer kennt das?", Audience = n % 10 == 9 ? PostAudience.Group : n % 3 == 0 ? PostAudience.Contacts : n % 3 == 1 ? PostAudience.Members : PostAudience.Everyone, GroupId = n % 10 == 9 ? Id(n % 5_000) : null, PublishedAt = now - Duration.FromMinutes(25 * n) }), firstId: FirstFiller);
        await db.Insert(Numbers.Take(500).Select(n => new Tag { Key = $"wort{n}", Name = $"Wort{n}" }), firstId: FirstFiller);
        await db.Insert(Numbers.Select(n => new PostTag { PostId = Id(n), TagId = Id(n % 500), PublishedAt = now - Duration.FromMinutes(25 * n) }));
        await db.Insert(Numbers.Select(n => new Bookmark { MemberId = n < 100 ? me : Id(n), PostId = Id(n), At = now - Duration.FromSeconds(n) }));
        await db.Insert(Numbers.Select(n => new TagFollow { MemberId = n < 5 ? me : Id(n), TagId = Id(n % 500), At = now }));
        await db.Insert(Numbers.Select(n => new GroupFollow { MemberId = n < 10 ? me : Id(n), GroupId = Id((n + 40) % 5_000), At = now }));
        await db.Insert(Numbers.Take(15).Select(n => new GroupMember { GroupId = Id(n + 200), MemberId = me, JoinedAt = now }));
        await db.Insert(Numbers.Take(30).Select(n => new MemberFollow { FollowerId = me, FollowedId = Id(n + 7_000), At = now }));
        await db.Insert(Numbers.Take(150).SelectMany(n => new Contact[] { new(me, Id(n + 9_000), now), new(Id(n + 9_000), me, now) }));
        await db.Insert(Numbers.Select(n => new Comment { PostId = Id(n), AuthorId = Id((n + 1) % Many), Text = "Ja", At = now }), firstId: FirstFiller);
        await db.Insert(Numbers.SelectMany(n => new[] { 1, 7, 50 }.Select(step => new Reaction { PostId = Id(n), MemberId = Id((n + step) % Many), At = now })));
        await db.Insert(Numbers.Select(n => new CommentReaction { CommentId = Id(n), MemberId = Id(n), At = now }));
        await db.Insert(Numbers.Select(n => new MemberFollow { FollowerId = Id(n), FollowedId = Id((n + 3) % Many), At = now }));
        await db.Insert(Numbers.Select(n => new Mute { MemberId = Id(n), MutedId = Id((n + 200) % Many), At = now }));
        await db.Insert(Numbers.Select(n => new Notification { MemberId = n < 100 ? me : Id(n), Kind = n % 2 == 0 ? NotificationKind.PostReacted : NotificationKind.PostCommented, SubjectId = Id(n), PostId = Id(n), At = now - Duration.FromSeconds(n), OnPage = true }), firstId: FirstFiller);
        await db.Insert(Numbers.SelectMany(n => new[] { 1, 7, 50 }.Select(step => new NotificationActor { NotificationId = Id(n), ActorId = Id((n + step) % Many), EventId = n, At = now })));
        await db.Insert(Numbers.Select(n => new DigestTurn { MemberId = Id(n), Period = DigestPeriod.Weekly, DueAt = now + Duration.FromHours(n % 168) }));
    }

    private static IEnumerable<int> Numbers => Enumerable.Range(0, Many);

    private static long Id(int number) => FirstFiller + number;

    private static IEnumerable<Contact> Sides(int one, int other, Instant now) => [new(Id(one), Id(other), now), new(Id(other), Id(one), now)];
}
