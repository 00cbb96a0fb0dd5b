using System.IO.Compression;
using System.Text.Json;
using Gilde.Graph;
using Gilde.Web.Accounts;
using Gilde.Web.Accounts.Leaving;
using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Mail;
using Microsoft.Extensions.DependencyInjection;

namespace Gilde.Web.Tests.Accounts;

public class LeavingTests(Servers servers)
{
    private static Task<long> IdOf(Person person) => person.Server.Db(db => db.Users.Where(a => a.Email == person.Email).Select(a => a.Id).SingleAsync());

    private static async Task<long> Leave(Person person)
    {
        var id = await IdOf(person);
        Assert.Equal("/account/gone", await person.Browser.SubmitOk("/settings/delete", ("password", person.Password)));
        return id;
    }

    private static async Task EraseDue(GildeServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EraseDue>().Execute();
    }

    [Theory, BothDatabases]
    public async Task Who_leaves_is_invisible_at_once_and_erased_after_a_week(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/delete", ("password", "falsch geraten"))).StatusCode);
        var id = await Leave(person);
        await Eventually.Is(async () => !await person.IsSignedIn(), "signed out");
        Assert.False(await server.Db(db => db.MembersVisibleTo(new Viewer()).AnyAsync(m => m.Id == id)));
        Assert.Contains("about to be erased", (await (await person.SignIn(browser: server.Client())).Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("h1")!.TextContent);

        await EraseDue(server);
        Assert.True(await server.Db(db => db.Members.AnyAsync(m => m.Id == id)));
        await server.Db(db => db.ErasureRequests.Where(r => r.MemberId == id).ExecuteUpdateAsync(u => u.SetProperty(r => r.DueAt, server.Clock.GetCurrentInstant())));
        await EraseDue(server);
        Assert.False(await server.Db(db => db.Members.AnyAsync(m => m.Id == id)));
        Assert.False(await server.Db(db => db.Users.AnyAsync(a => a.Id == id)));
        Assert.True(await server.Db(db => db.Erasures.AnyAsync(e => e.MemberId == id)));
        Assert.True(await server.Db(db => db.Events.AnyAsync(e => e.Kind == EventKinds.MemberErased && e.TargetId == id)));
        // The address is free again.
        await person.Browser.SubmitOk("/signup", person.SignUpFields());
        await Eventually.Is(() => Task.FromResult(server.MailsTo(person.Email).Count(m => m.Subject.Contains("Confirm")) == 2), "a second link");
    }

    [Theory, BothDatabases]
    public async Task Of_two_operators_who_leave_at_once_one_stays(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        for (var round = 0; round < 4; round++)
        {
            var pair = new[] { await new Person(server).Join(), await new Person(server).Join() };
            var ids = new[] { await IdOf(pair[0]), await IdOf(pair[1]) };
            await server.Db(async db =>
            {
                await db.RoleGrants.ExecuteDeleteAsync();
                foreach (var id in ids) db.Add(new RoleGrant { MemberId = id, Role = MemberRole.Operator, At = server.Clock.GetCurrentInstant() });
                await db.SaveChangesAsync();
            });
            var answers = await Task.WhenAll(pair.Select(p => p.Browser.Submit("/settings/delete", ("password", p.Password))));
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.SeeOther);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.UnprocessableEntity);
            Assert.Equal(1, await server.Db(db => db.Members.CountAsync(m => ids.Contains(m.Id) && m.ActiveSince != null)));
        }
    }

    [Theory, BothDatabases]
    public async Task Erasing_leaves_the_talks_of_others_in_order(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(kind);
        var (anna, ben, erna) = (await server.Member("Anna Berger", role: MemberRole.Operator), await server.Member("Ben Kontakt"), await server.Member("Erna Weg"));
        var now = server.Clock.GetCurrentInstant();
        await server.Db(async db =>
        {
            foreach (var (a, b) in new[] { (anna, ben), (anna, erna), (ben, erna) }) db.AddRange(new Contact(a.Id, b.Id, now), new Contact(b.Id, a.Id, now));
            await db.SaveChangesAsync();
        });
        var group = await erna.Client.SubmitOk("/messages/groups", ("title", "Arbeitskreis"), ("with", anna.Handle), ("with", ben.Handle));
        await anna.Client.SubmitOk(group, ("text", "Guten Morgen"));
        await erna.Client.SubmitOk(group, ("text", "Das Letzte in der Gruppe"));
        await erna.Client.SubmitOk("/messages", ("to", anna.Handle), ("text", "Nur für dich"));
        await server.Db(async db => { db.Add(new ErasureRequest { MemberId = erna.Id, AskedAt = now, DueAt = now }); await db.SaveChangesAsync(); });
        await EraseDue(server);
        Assert.False(await server.Db(db => db.Members.AnyAsync(m => m.Id == erna.Id)));

        var list = await anna.Client.Page("/messages");
        Assert.DoesNotContain("Nur für dich", list.Body!.TextContent);
        Assert.Contains("Guten Morgen", (await ben.Client.Page(group)).Body!.TextContent);
        (await Cli.Run(server.Settings, "check")).Succeeded();
    }

    [Theory, BothDatabases]
    public async Task Until_then_the_link_in_the_mail_takes_it_back(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server).Join();
        var id = await Leave(person);
        var link = (await server.MailTo(person.Email, "will be erased")).Link("/account/stay/");
        await server.Client().Page(link);
        Assert.False(await server.Db(db => db.MembersVisibleTo(new Viewer()).AnyAsync(m => m.Id == id)));
        Assert.Equal("/signin", await server.Client().SubmitOk(link));
        await person.SignedInElsewhere();
        Assert.True(await server.Db(db => db.MembersVisibleTo(new Viewer()).AnyAsync(m => m.Id == id)));
        Assert.False(await server.Db(db => db.ErasureRequests.AnyAsync(r => r.MemberId == id)));
    }

    [Theory, BothDatabases]
    public async Task Whom_a_restored_backup_brings_back_is_erased_again(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (back, newcomer) = (await server.Member("Wieda Daher"), await server.Member("Nora Neu"));
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.Add(new Erasure { MemberId = back.Id, At = now });
            // The counter of a restored database gives numbers again that the ledger has seen.
            db.Add(new Erasure { MemberId = newcomer.Id, At = now - Duration.FromHours(1) });
            await db.SaveChangesAsync();
        });
        await EraseDue(server);
        Assert.False(await server.Db(db => db.Members.AnyAsync(m => m.Id == back.Id)));
        Assert.True(await server.Db(db => db.Members.AnyAsync(m => m.Id == newcomer.Id)));
    }

    [Theory, BothDatabases]
    public async Task A_server_that_starts_erases_whom_a_backup_brought_back(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        long id;
        await using (var first = await GildeServer.Start(settings))
        {
            id = (await first.Member("Wieda Daher")).Id;
            await first.Db(async db => { db.Add(new Erasure { MemberId = id, At = first.Clock.GetCurrentInstant() }); await db.SaveChangesAsync(); });
        }
        await using var second = await GildeServer.Start(settings);
        await Eventually.Is(() => second.Db(async db => !await db.Members.AnyAsync(m => m.Id == id)), "erased again", 20);
    }

    [Theory, BothDatabases]
    public async Task A_member_takes_all_their_data_and_nobody_elses_secrets(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = await new Person(server, "Petra Packer").Join();
        var id = await IdOf(person);
        var friend = await server.Member("Frieda Freund");
        await server.Db(async db =>
        {
            var now = server.Clock.GetCurrentInstant();
            db.Add(new Contact(id, friend.Id, now) { Note = "meine Notiz", Word = PrivateWord.AtNight });
            db.Add(new Contact(friend.Id, id, now) { Note = "Geheimnis der Freundin", Word = PrivateWord.Hardly });
            db.Add(new Tie { LowId = Math.Min(id, friend.Id), HighId = Math.Max(id, friend.Id), Strength = 131 });
            db.Add(new CardField { MemberId = id, Kind = CardFieldKind.Mobile, Value = "+49 170 1234567" });
            db.Add(new Block { MemberId = friend.Id, BlockedId = friend.Id, At = now });
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Browser.Submit("/settings/export", ("password", "falsch geraten"))).StatusCode);
        Assert.Equal("/settings/export", await person.Browser.SubmitOk("/settings/export", ("password", person.Password)));
        await server.MailTo(person.Email, "copy of your data");
        var page = await person.Browser.Page("/settings/export");
        var path = page.QuerySelector("a[href^='/settings/export/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await friend.Client.GetAsync(path)).StatusCode);

        using var response = await person.Browser.GetAsync(path);
        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var texts = zip.Entries.ToDictionary(e => e.FullName, e => { using var reader = new StreamReader(e.Open()); return reader.ReadToEnd(); });
        Assert.Contains("meine Notiz", texts["data/contacts.json"]);
        Assert.Contains("\"word\": \"atNight\"", texts["data/contacts.json"]);
        // Of the strength only the coarse step: what the other said is in it.
        Assert.Contains("\"warmth\": \"acquainted\"", texts["data/ties.json"]);
        Assert.DoesNotContain("131", texts["data/ties.json"]);
        Assert.All(texts.Values, t => Assert.DoesNotContain("hardly", t));
        Assert.Contains("+49 170 1234567", texts["data/card.json"]);
        Assert.Contains("Petra Packer", texts["resume.json"]);
        Assert.Contains("Frieda Freund", texts["contacts.vcf"]);
        Assert.Contains(person.Email, texts["data/account.json"]);
        Assert.All(texts.Where(t => t.Key.EndsWith(".json")), t => JsonDocument.Parse(t.Value).Dispose());
        Assert.All(texts.Values, t => Assert.DoesNotContain("Geheimnis", t));
        Assert.All(texts.Values, t => Assert.DoesNotContain("passwordHash", t, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, BothDatabases]
    public async Task Every_table_that_names_a_member_is_exported_or_left_out_with_a_reason(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var missing = await server.Db(db =>
        {
            var known = ExportScopes.Tables.Select(t => t.Entity).Concat(ExportScopes.LeftOut.Keys).ToHashSet();
            var owners = new[] { typeof(Member), typeof(Account) };
            var naming = db.Model.GetEntityTypes().Where(e => e.GetForeignKeys().Any(f => owners.Contains(f.PrincipalEntityType.ClrType)) && !e.IsOwned()).Select(e => e.ClrType);
            return Task.FromResult(naming.Concat(owners).Where(t => !known.Contains(t)).Select(t => t.Name).ToList());
        });
        Assert.Empty(missing);
    }

    [Theory, BothDatabases]
    public async Task Every_night_what_has_served_its_time_is_thrown_away(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var person = new Person(server);
        await person.Browser.SubmitOk("/signup", person.SignUpFields());
        await server.MailTo(person.Email);
        var member = await server.Member("Alma Alt");
        await server.Db(async db =>
        {
            var old = server.Clock.GetCurrentInstant() - Duration.FromDays(400);
            db.Add(new AccountActivity { AccountId = member.Id, Kind = AccountActivityKind.SignedIn, At = old });
            db.Add(new MailLink { Purpose = LinkPurpose.RecoverPassword, TokenHash = Guid.NewGuid().ToByteArray(), AccountId = member.Id, Email = member.Email, SentAt = old, ExpiresAt = old });
            db.Add(new Session { AccountId = member.Id, TokenHash = Guid.NewGuid().ToByteArray(), StartedAt = old, SeenAt = old, ExpiresAt = old });
            db.Add(new DoorCounter { Key = "old:" + Guid.NewGuid(), LastAt = old });
            db.Add(new RemovedEntry { MemberId = member.Id, Section = ProfileSection.Positions, Content = "{}", At = old });
            await db.SaveChangesAsync();
            await db.Members.Where(m => db.Users.Any(a => a.Id == m.Id && a.Email == person.Email)).ExecuteUpdateAsync(u => u.SetProperty(m => m.JoinedAt, old));
        });
        await using (var scope = server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetServices<Gilde.Web.Jobs.IJobHandler>().OfType<CleanUpJob>().Single().Run("", default);
        await server.Db(async db =>
        {
            Assert.False(await db.AccountActivities.AnyAsync(a => a.AccountId == member.Id));
            Assert.False(await db.MailLinks.AnyAsync(l => l.AccountId == member.Id));
            Assert.Equal(1, await db.Sessions.CountAsync(s => s.AccountId == member.Id));
            Assert.False(await db.DoorCounters.AnyAsync(c => c.Key.StartsWith("old:")));
            Assert.False(await db.RemovedEntries.AnyAsync(r => r.MemberId == member.Id));
            Assert.False(await db.Users.AnyAsync(a => a.Email == person.Email));
        });
    }
}
