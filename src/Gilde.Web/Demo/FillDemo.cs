using Gilde.Web.Accounts;
using Gilde.Web.CommandLine;
using Gilde.Web.Conversations;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Search;
using Gilde.Web.Setup;
using Microsoft.AspNetCore.Identity;

namespace Gilde.Web.Demo;

/// <summary>What filling came to.</summary>
public enum DemoOutcome { Filled, AlreadyFilled, HoldsRealNetwork }

/// <summary>Fills an empty database with the invented network, all of it or nothing. Known sign-ins, so for looking around only.</summary>
public sealed class FillDemo(GildeDb db, IClock clock)
{
    public const string MemberEmail = "demo@gilde.example";
    public const string OperatorEmail = "operator@gilde.example";
    public const string Password = "draht-und-rohr";
    private const string Color = "#1f6f5c";
    private const string Imprint = """
        **Alles hier ist erfunden.** Dieses Netzwerk dient zum Ansehen und Ausprobieren. Personen, Firmen, Anschriften und Nachrichten gibt es nicht;
        Ähnlichkeiten mit wirklichen sind Zufall. Anschriften enden auf .example und erreichen niemanden.
        """;

    /// <summary>Says with each step how much of the whole is done, from 0 to 1.</summary>
    public async Task<DemoOutcome> Execute(IProgress<Advance> progress, ulong seed = DemoNetwork.DefaultSeed, int people = DemoNetwork.DefaultPeople, CancellationToken stop = default)
    {
        if (await Look(stop) is { } there) return there;
        progress.Report(new Advance("Inventing people", 0));
        var now = clock.GetCurrentInstant();
        var network = new DemoNetwork(seed, now, people);
        await db.Atomically(async () =>
        {
            await Write(network, now, progress, stop);
            return 0;
        }, stop);
        // The server would do so by itself when it starts; but who looks around searches at once.
        progress.Report(new Advance("Building the search index", 0.9));
        await new RebuildSearch(db).Execute(stop: stop);
        await db.Analyze(stop);
        progress.Report(new Advance("Done", 1));
        return DemoOutcome.Filled;
    }

    /// <summary>What is there already; null if the database is empty.</summary>
    public async Task<DemoOutcome?> Look(CancellationToken stop = default)
    {
        if (await db.Networks.AsNoTracking().FirstOrDefaultAsync(stop) is { } there) return there.IsDemo ? DemoOutcome.AlreadyFilled : DemoOutcome.HoldsRealNetwork;
        return await db.Members.AnyAsync(stop) ? DemoOutcome.HoldsRealNetwork : null;
    }

    private async Task Write(DemoNetwork network, Instant now, IProgress<Advance> progress, CancellationToken stop)
    {
        var tables = new DemoTables(network);
        progress.Report(new Advance("Writing people", 0.2));
        await db.Insert(tables.People.Select(DemoRows.Member), firstId: 1, stop);
        await Accounts(network, tables, now, stop);
        progress.Report(new Advance("Writing profiles", 0.25));
        await db.Insert(tables.Parts(DemoRows.Positions), firstId: 1, stop);
        await db.Insert(tables.Parts(DemoRows.Educations), firstId: 1, stop);
        await db.Insert(tables.Parts(DemoRows.Topics), firstId: 1, stop);
        await db.Insert(tables.Parts(DemoRows.Languages), firstId: 1, stop);
        await db.Insert(tables.Parts(DemoRows.Credentials), firstId: 1, stop);
        await db.Insert(tables.Parts(DemoRows.Websites), firstId: 1, stop);
        await db.Insert(tables.CardFields(), firstId: 1, stop);
        progress.Report(new Advance("Writing contacts", 0.35));
        await db.Insert(tables.Contacts(), stop: stop);
        await db.Insert(tables.Tags(), stop: stop);
        await db.Insert(tables.Releases(), stop: stop);
        await db.Insert(tables.Requests(), firstId: 1, stop);
        await db.Insert(tables.Offers(), stop: stop);
        await db.InsertGroups(network, tables, now, stop);
        progress.Report(new Advance("Inventing conversations", 0.45));
        var talks = tables.Talks();
        progress.Report(new Advance("Writing conversations", 0.6));
        await db.Insert(talks.Conversations, firstId: 1, stop);
        await db.Insert(talks.Participants, stop: stop);
        await db.Insert(talks.Messages, firstId: 1, stop);
        await db.Insert(talks.FirstMessages, stop: stop);
        progress.Report(new Advance("Writing posts", 0.75));
        await Posts(new DemoPosts(network.Seed, network, tables, now), stop);
        progress.Report(new Advance("Writing ties", 0.8));
        await db.Insert(talks.Exchanges, stop: stop);
        await db.ContinueIds(stop);
        foreach (var introduction in network.Introductions()) await Introduce(introduction, network, tables, stop);
        await new RebuildTies(db, clock).Execute(stop);
        // Last: with this row the network is there.
        db.Add(new Network { Name = "Netzwerk Draht und Rohr", Trade = "Draht und Rohr", Language = Language.German, Color = Color, Imprint = Imprint, Signup = SignupMode.Open, IsDemo = true, CreatedAt = now });
        await db.SaveChangesAsync(stop);
    }

    private async Task Posts(DemoPosts posts, CancellationToken stop)
    {
        await db.Insert(posts.Posts, firstId: 1, stop);
        await db.Insert(posts.Tags, firstId: 1, stop);
        await db.Insert(posts.PostTags, stop: stop);
        await db.Insert(posts.Reactions, stop: stop);
        await db.Insert(posts.Comments, firstId: 1, stop);
    }

    /// <summary>Asked and passed on when it was; what it has led to happens now.</summary>
    private async Task Introduce(DemoIntroduction asked, DemoNetwork network, DemoTables tables, CancellationToken stop)
    {
        var (requester, first, target) = (tables.IdOf(asked.Requester), tables.IdOf(asked.First), tables.IdOf(asked.Target));
        var firstName = network.Members[asked.First].Name;
        var introduction = Introduction.Ask(requester, [first, target], firstName, network.Members[asked.Target].Name, asked.Wish, asked.AskedAt);
        db.Add(introduction);
        if (asked.Passed is { } passed) introduction.PassOn(first, passed, goesOn: true, asked.AskedAt + Duration.FromHours(20));
        if (asked.Accepted is { } accepted) introduction.Accept(target, accepted, clock.GetCurrentInstant());
        await db.SaveChangesAsync(stop);
        if (asked.Accepted is null) return;
        db.Keep(clock, introduction);
        await db.OpenIntroduced(clock, requester, target, new Introduced(asked.Wish, [(first, asked.Passed!)], asked.Accepted), stop);
        if (asked.Thanks is { } thanks) db.Add(new IntroductionThanks { IntroductionId = introduction.Id, Words = thanks, At = clock.GetCurrentInstant() });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Everybody can sign in with the one password; two have an address that is easy to type.</summary>
    private async Task Accounts(DemoNetwork network, DemoTables tables, Instant now, CancellationToken stop)
    {
        var operatorNumber = network.Members.Where(m => m != network.Showcase).MaxBy(m => m.Firm.Kind == "association")!.Number;
        // One hash for all: hashing two thousand times would take minutes and protect nothing here.
        var hash = new PasswordHasher<Account>().HashPassword(null!, Password);
        await db.Insert(tables.People.Select(p => DemoRows.Account(p, tables.IdOf(p.Number),
            p == network.Showcase ? MemberEmail : p.Number == operatorNumber ? OperatorEmail : p.Email, hash)), stop: stop);
        await db.Insert([new RoleGrant { MemberId = tables.IdOf(operatorNumber), Role = MemberRole.Operator, At = now }], stop: stop);
    }
}
