using Gilde.Web.Accounts;
using Gilde.Web.CommandLine;
using Gilde.Web.Demo;
using Gilde.Web.Search;
using Gilde.Web.Tests.Imports.Network;
using Gilde.Web.Tests.Search;

namespace Gilde.Web.Tests.Introductions;

/// <summary>On a real network and on the invented one: the pages say what trying everything on the rows of the database says.</summary>
public class WholeNetworkTests
{
    private const int Viewers = 8, TargetsEach = 25;

    [Theory, BothDatabases]
    public async Task Routes_are_right_on_the_imported_real_network(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        Assert.NotNull((await NetworkFiles.Import(settings, CollegeMsgTests.Folder())).Imported);
        await using var server = await GildeServer.Start(settings);
        await server.Indexed();
        var oracle = await Compare(server, seed: 7);

        // Whom they wrote with last and most is reached over a tie of theirs, and people are found by name.
        Assert.Equal(1_899, oracle.Members.Count());
        var member = await server.Db(db => db.Members.OrderBy(m => m.Id).Skip(1_000).FirstAsync());
        using var viewer = await SignIn(server, oracle.Members.First());
        Assert.Contains(member.Handle, await viewer.FindsText(member.Name));
    }

    [Theory, BothDatabases]
    public async Task Routes_are_right_on_the_demo_network(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await using (var db = DataSetup.Open(settings))
        {
            Assert.Equal(DemoOutcome.Filled, await new FillDemo(db, new MicrosecondClock()).Execute(new Progress<Advance>(), people: 200));
            Assert.Equal(200, await new RebuildSearch(db).Execute());
        }
        await using var server = await GildeServer.Start(settings);
        var oracle = await Compare(server, seed: 11);

        var showcase = await server.Db(db => db.Users.Where(u => u.Email == FillDemo.MemberEmail).Select(u => u.Id).SingleAsync());
        using var viewer = await SignIn(server, showcase);
        foreach (var word in new[] { "Ziehsteine", "Einkauf", "Verzinkung" })
        {
            var found = await server.Db(async db =>
            {
                var terms = SearchTerm.Of(word);
                var others = await new Vocabulary(db).Containing(terms[0].Word, CancellationToken.None);
                var term = terms[0] with { Others = others };
                var matching = await db.PeopleMatching(new Gilde.Web.Web.Viewer { Id = showcase }, [term], []).Select(f => f.Id).Distinct().ToListAsync();
                // Who only seeks it has none to offer.
                var phrases = (await db.SearchPhrases.Where(p => matching.Contains(p.MemberId)).ToListAsync()).Where(p => term.MatchesText(p.Text)).ToLookup(p => p.MemberId, p => p.Kind == PhraseKind.Seek);
                var heads = await db.Members.Where(m => matching.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name + " " + m.Headline);
                return matching.Where(id => !phrases[id].Contains(true) || phrases[id].Contains(false) || term.MatchesText(heads[id])).ToList();
            });
            Assert.NotEmpty(found);
            Assert.Equal(oracle.RoutesToAny(showcase, found, most: 10), await RouteReading.ToAny(viewer, "q=" + word));
        }
    }

    private static async Task<RouteOracle> Compare(GildeServer server, int seed)
    {
        await Eventually.Is(async () => (await server.Client().GetAsync("/readyz")).IsSuccessStatusCode, "the graph is read in", seconds: 60);
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.DueAt <= server.Clock.GetCurrentInstant())), "all jobs are done", seconds: 60);
        await server.Settled();
        var oracle = await server.Db(RouteOracle.Of);
        var random = new Random(seed);
        var members = oracle.Members.Order().ToArray();
        var sociable = members.Where(m => oracle.ContactsOf(m).Count > 2).ToArray();
        var compared = new Dictionary<string, int>();
        for (var v = 0; v < Viewers; v++)
        {
            var viewer = sociable[random.Next(sociable.Length)];
            using var client = await SignIn(server, viewer);
            foreach (var target in random.GetItems(members, TargetsEach).Append(oracle.ContactsOf(viewer).First()).Distinct().Where(t => t != viewer && !oracle.AreBarred(viewer, t)))
            {
                var reading = await RouteReading.To(client, oracle.HandleOf(target));
                Assert.Equal(oracle.Routes(viewer, target), reading.Routes);
                compared[reading.Outcome] = compared.GetValueOrDefault(reading.Outcome) + 1;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", compared));
        Assert.True(compared.Count >= 2 && compared.Values.Sum() >= Viewers * TargetsEach / 2);
        return oracle;
    }

    private static async Task<HttpClient> SignIn(GildeServer server, long member)
    {
        var now = server.Clock.GetCurrentInstant();
        var (token, session) = Sessions.New(member, now, "127.0.0.1", "test");
        await server.Db(async db =>
        {
            if (!await db.Users.AnyAsync(u => u.Id == member)) db.Add(new Account { Id = member, CreatedAt = now, SecurityStamp = Guid.NewGuid().ToString("N") });
            db.Add(session);
            await db.SaveChangesAsync();
        });
        var client = server.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{Sessions.Cookie}={token}");
        return client;
    }
}
