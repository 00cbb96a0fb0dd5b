using System.Text.Json;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;
using Gilde.Web.Profiles.Export;
using Gilde.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gilde.Web.Tests.Profiles;

public class ProfileFormatTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_profile_is_given_as_json_resume(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await Career(server);
        var json = JsonDocument.Parse(await anna.Client.GetStringAsync($"/@{anna.Handle}.json")).RootElement;
        Assert.Equal("Anna Berger", json.GetProperty("basics").GetProperty("name").GetString());
        Assert.Equal("DE", json.GetProperty("basics").GetProperty("location").GetProperty("countryCode").GetString());
        Assert.Equal(("Drahtwerk Altena", "Leiterin Fertigung", "2021-03"), (Of(json, "work", "name"), Of(json, "work", "position"), Of(json, "work", "startDate")));
        Assert.Equal(("RWTH", "Werkstofftechnik", "Dipl.-Ing."), (Of(json, "education", "institution"), Of(json, "education", "area"), Of(json, "education", "studyType")));
        Assert.Equal("Drahtziehen", Of(json, "skills", "name"));
        Assert.Equal("Auszubildende", json.GetProperty("seeks")[0].GetString());
        Assert.EndsWith($"/@{anna.Handle}.json", json.GetProperty("meta").GetProperty("canonical").GetString());
    }

    [Theory, BothDatabases]
    public async Task A_profile_is_given_as_markdown(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await Career(server);
        using var response = await anna.Client.GetAsync($"/@{anna.Handle}.md");
        Assert.Equal("text/markdown", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("# Anna Berger\n\nHead of \\*wire\\*\n", text.ReplaceLineEndings("\n"));
        Assert.Contains("### Leiterin Fertigung", text);
        Assert.Contains("**Drahtwerk Altena**, Altena (since 03/2021)", text);
        Assert.Contains("- French: fluent", text);
    }

    [Theory, BothDatabases]
    public async Task A_profile_is_given_as_vcard_with_its_photo(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await Career(server);
        (await PictureUploadTests.Upload(anna, Samples.Png())).Dispose();
        using var response = await server.Client().GetAsync($"/@{anna.Handle}.vcf");
        Assert.Equal("text/vcard", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{anna.Handle}.vcf", response.Content.Headers.ContentDisposition!.FileName);
        var card = VCardReader.Read(await response.Content.ReadAsStreamAsync(), "card.vcf").Cards.Single();
        Assert.Equal("Anna Berger", card.FormattedName);
        Assert.Equal(new VCardName("Berger", "Anna"), card.Name);
        Assert.Equal("image/jpeg", card.Photo!.MediaType);
        Assert.Empty(card.Emails);
        Assert.Equal("draht.example", new Uri(card.Urls[1].Value).Host);
    }

    [Theory]
    [InlineData("Anna Berger", "Berger", "Anna", "")]
    [InlineData("Dr. Anna-Lena von der Heide", "von der Heide", "Anna-Lena", "Dr.")]
    [InlineData("Björk", "Björk", "", "")]
    [InlineData("Juan Carlos Mayer", "Mayer", "Juan Carlos", "")]
    public void A_name_falls_into_parts(string name, string family, string given, string prefix) =>
        Assert.Equal(new VCardName(family, given, Prefix: prefix), ProfileVCard.NameOf(name));

    [Theory]
    [InlineData("application/json", ProfileFormat.Resume)]
    [InlineData("text/markdown;q=0.9, text/html;q=0.5", ProfileFormat.Markdown)]
    [InlineData("text/html, application/json", ProfileFormat.Page)]
    [InlineData("text/html;q=0.1, text/vcard", ProfileFormat.VCard)]
    [InlineData("*/*", ProfileFormat.Page)]
    [InlineData("application/json;q=0", ProfileFormat.Page)]
    [InlineData("image/png", ProfileFormat.Page)]
    [InlineData("rubbish;;;", ProfileFormat.Page)]
    public void The_client_says_what_it_likes(string accept, ProfileFormat format) => Assert.Equal(("anna", format), ProfileFormats.Read("anna", accept));

    [Theory, BothDatabases]
    public async Task The_page_tells_machines_who_it_is_about(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await Career(server);
        await anna.Client.SubmitOk("/settings/profile/name", ("name", "Anna </Script> Berger".Replace("</Script>", "B.")), ("headline", "</script><script>alert(1)</script>"));
        var page = await anna.Client.Page($"/@{anna.Handle}");
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("ProfilePage", data.GetProperty("@type").GetString());
        var person = data.GetProperty("mainEntity");
        Assert.Equal("Anna B. Berger", person.GetProperty("name").GetString());
        Assert.Equal("Leiterin Fertigung", person.GetProperty("jobTitle").GetString());
        Assert.Equal("</script><script>alert(1)</script>", person.GetProperty("description").GetString());
        Assert.Equal(6, page.QuerySelectorAll("link[rel=alternate]").Length);
        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type])"));
    }

    [Theory, BothDatabases]
    public async Task Search_engines_list_who_allows_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        Assert.NotNull((await server.Client().Page($"/@{anna.Handle}")).QuerySelector("meta[name=robots]"));
        await anna.Client.SubmitOk("/settings/profile/visibility", ("open", "true"), ("listed", "true"));
        using var response = await server.Client().GetAsync($"/@{anna.Handle}");
        Assert.False(response.Headers.Contains("X-Robots-Tag"));
        Assert.Null((await response.Document()).QuerySelector("meta[name=robots]"));
    }

    [Theory, BothDatabases]
    public async Task A_cv_is_printed_and_given_as_pdf(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await Career(server);
        var page = await anna.Client.Page($"/@{anna.Handle}/cv");
        Assert.Equal("Leiterin Fertigung", page.QuerySelector(".cv h3")!.TextContent);
        var link = page.QuerySelector("a[href$='cv.pdf']")!.GetAttribute("href")!;
        using var pdf = await anna.Client.GetAsync(link);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync()));
    }

    [Theory, BothDatabases]
    public async Task Without_chromium_the_cv_explains_itself(DatabaseKind kind)
    {
        await using var server = await GildeServer.Start(await Databases.New(kind), adjust: s => s.AddSingleton(new PdfPrinter(NullLogger<PdfPrinter>.Instance, "/nowhere")));
        var anna = await server.Member();
        Assert.Null((await anna.Client.Page($"/@{anna.Handle}/cv")).QuerySelector("a[href$='cv.pdf']"));
        Assert.Contains("Chromium", (await anna.Client.Page($"/@{anna.Handle}/cv.pdf", HttpStatusCode.ServiceUnavailable)).QuerySelector(".empty")!.TextContent);
    }

    private static string? Of(JsonElement json, string list, string property) => json.GetProperty(list)[0].GetProperty(property).GetString();

    private static async Task<TestMember> Career(GildeServer server)
    {
        var anna = await server.Member();
        await server.Db(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == anna.Id);
            (member.Headline, member.About, member.Place, member.Country) = ("Head of *wire*", "Ich ziehe **Draht**.", "Altena", "DE");
            db.Add(new Position { MemberId = anna.Id, Title = "Leiterin Fertigung", Firm = "Drahtwerk Altena", Place = "Altena", From = PartialDate.Of(2021, 3) });
            db.Add(new Education { MemberId = anna.Id, School = "RWTH", Degree = "Dipl.-Ing.", Field = "Werkstofftechnik" });
            db.Add(new SpokenLanguage { MemberId = anna.Id, Code = "fr", Level = LanguageLevel.Fluent });
            db.Add(new Topic { MemberId = anna.Id, Kind = TopicKind.Skill, Text = "Drahtziehen" });
            db.Add(new Topic { MemberId = anna.Id, Kind = TopicKind.Seek, Text = "Auszubildende" });
            db.Add(new Website { MemberId = anna.Id, Url = "https://draht.example/", Label = "Werk" });
            await db.SaveChangesAsync();
        });
        return anna;
    }
}
