using Gilde.Web.Tests.Accounts;
using Gilde.Web.Tests.Mail;
using Gilde.Web.Tests.Pictures;
using Gilde.Web.Tests.Profiles;

namespace Gilde.Web.Tests.Home;

/// <summary>The first page of a new member.</summary>
public class WelcomeTests(Servers servers)
{
    private static async Task<string?> Current(HttpClient client, string path = "/welcome") => (await client.Page(path)).QuerySelector(".welcome .is-current")?.Id;

    private static async Task<List<string?>> HomeSteps(HttpClient client) => (await client.Page("/")).QuerySelectorAll(".steps a").Select(a => a.GetAttribute("href")).ToList();

    private static async Task<HttpResponseMessage> Upload(TestMember member, byte[] bytes)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "picture", "bild.png" } };
        return await member.Client.PostAsync("/welcome/picture", form);
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_confirmed_their_address_lands_on_it_unless_they_came_for_something(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        foreach (var (next, lands) in new[] { ("", "/welcome"), ("/contacts", "/contacts") })
        {
            var person = new Person(server);
            await person.Browser.Page("/signup?next=" + next);
            await person.Browser.SubmitOk("/signup", person.SignUpFields());
            Assert.Equal(lands, await person.Browser.SubmitOk((await server.MailTo(person.Email)).Link("/confirm/")));
        }
    }

    [Theory, BothDatabases]
    public async Task Step_by_step_it_remembers_what_is_done(DatabaseKind kind)
    {
        // A server of its own: among the newest are only those of this test.
        await using var server = await GildeServer.Start(kind);
        var (anna, karl) = (await server.Member("Anna Berger"), await server.Member("Karl Weiß"));
        Assert.Equal("line", await Current(anna.Client));
        var refused = await (await anna.Client.Submit("/welcome/line", ("name", "Anna Berger"), ("headline", " "))).Document(HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(refused.QuerySelector("#line.is-current .field-error"));
        Assert.Equal("/welcome", await anna.Client.SubmitOk("/welcome/line", ("name", "Anna Berger-Groß"), ("headline", "Meisterin im Drahtzug")));
        Assert.Equal(("Anna Berger-Groß", "Meisterin im Drahtzug"), await server.Db(async db => await db.Members.Where(m => m.Id == anna.Id).Select(m => new ValueTuple<string, string>(m.Name, m.Headline)).SingleAsync()));

        Assert.Equal("picture", await Current(anna.Client));
        using var taken = await Upload(anna, Samples.Png());
        Assert.Equal("/welcome", taken.Headers.Location?.ToString());
        Assert.Equal("contacts", await Current(anna.Client));
        Assert.Equal("/welcome", await anna.Client.SubmitOk("/welcome/skip/contacts"));
        var people = await anna.Client.Page("/welcome");
        Assert.NotNull(people.QuerySelector($"#people a[href='/contacts/ask/{karl.Id}']"));
        await server.Befriend(anna, karl);
        var all = await anna.Client.Page("/welcome");
        Assert.Empty(all.QuerySelectorAll(".is-current"));
        Assert.Equal(3, all.QuerySelectorAll(".welcome .is-done").Length);
        Assert.Contains("That is all.", all.QuerySelector(".page-head")!.TextContent);
        Assert.Equal("line", await Current(anna.Client, "/welcome?step=line"));
    }

    [Theory, BothDatabases]
    public async Task What_was_left_out_is_not_asked_again_anywhere(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        Assert.Contains("/settings/profile/picture", await HomeSteps(anna.Client));
        foreach (var step in new[] { "line", "picture", "contacts", "people" }) Assert.Equal("/welcome", await anna.Client.SubmitOk("/welcome/skip/" + step));
        await anna.Client.SubmitOk("/welcome/skip/people");
        Assert.Null(await Current(anna.Client));
        Assert.Equal(["/settings/profile/offers", "/messages/new"], await HomeSteps(anna.Client));
        var profile = await anna.Client.Page($"/@{anna.Handle}");
        Assert.DoesNotContain("Write a headline", profile.QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await anna.Client.Submit("/welcome/skip/nonsense")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_picture_is_taken_or_refused_beside_its_field(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        using var refusal = await Upload(anna, "kein Bild"u8.ToArray());
        Assert.NotNull((await refusal.Document(HttpStatusCode.UnprocessableEntity)).QuerySelector("#picture.is-current .field-error"));
        using var taken = await Upload(anna, Samples.Png());
        Assert.Equal("/welcome", taken.Headers.Location?.ToString());
        Assert.NotNull(await server.Db(db => db.Members.Where(m => m.Id == anna.Id).Select(m => m.PictureId).SingleAsync()));
        Assert.NotNull((await anna.Client.Page("/welcome")).QuerySelector("#picture.is-done"));
    }
}
