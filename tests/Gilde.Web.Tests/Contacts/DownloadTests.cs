using System.Text;
using Gilde.Web.Contacts;
using Gilde.Web.Formats;
using Gilde.Web.Tests.Pictures;

namespace Gilde.Web.Tests.Contacts;

public class DownloadTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_vcard_holds_what_was_released(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Dr. Anna von Berger"), await server.Member("Bernd Ziegler"));
        long[] fields =
        [
            await anna.AddField(CardFieldKind.Email, "anna@firma.example", "Büro"), await anna.AddField(CardFieldKind.Mobile, "+49 171 5550134"),
            await anna.AddField(CardFieldKind.Address, "Drahtstraße 12\n58762 Altena\nDeutschland"), await anna.AddField(CardFieldKind.Birthday, "12.03."), await anna.AddField(CardFieldKind.Messenger, "anna.42", "Signal"),
        ];
        await anna.Ask(bernd, "Guten Tag", fields);
        await bernd.Accept(anna);
        await bernd.Client.SubmitOk($"/contacts/{anna.Id}/notes", ("note", "geheim"), ("tags", "Messe"));

        using var response = await bernd.Client.GetAsync($"/contacts/{anna.Id}.vcf");
        Assert.Equal("text/vcard", response.Content.Headers.ContentType!.MediaType);
        var card = Read(await response.Content.ReadAsStringAsync());
        Assert.Equal(new VCardName("von Berger", "Anna", Prefix: "Dr."), card[0].Name);
        Assert.Equal(new VCardEntry("anna@firma.example", VCardUse.Work), Assert.Single(card[0].Emails));
        Assert.Equal(new VCardEntry("+49 171 5550134", VCardUse.Mobile), Assert.Single(card[0].Phones));
        Assert.Equal(new VCardAddress("Drahtstraße 12", "Altena", PostalCode: "58762", Country: "Deutschland"), Assert.Single(card[0].Addresses));
        Assert.Equal("--03-12", card[0].Birthday!.ToString());
        Assert.Equal("Signal: anna.42", card[0].Note);
        Assert.Empty(card[0].Categories);
        Assert.Equal(["Messe"], Read(await bernd.Client.GetStringAsync("/contacts.vcf")).Single().Categories);
    }

    [Theory, BothDatabases]
    public async Task The_portrait_goes_along_in_one_vcard_and_in_all(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler"));
        await server.AreContacts(anna, bernd);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Samples.Png()), "picture", "anna.png" } };
        using var uploaded = await anna.Client.PostAsync("/settings/profile/picture", form);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, uploaded.StatusCode);
        foreach (var path in new[] { $"/contacts/{anna.Id}.vcf", "/contacts.vcf" })
        {
            var photo = Read(await bernd.Client.GetStringAsync(path)).Single().Photo!;
            Assert.Equal("image/jpeg", photo.MediaType);
            Assert.Equal((256, 256), Samples.Size(photo.Bytes));
        }
    }

    [Theory, BothDatabases]
    public async Task All_contacts_come_as_vcards_and_as_a_table_that_runs_no_formula(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var others = new List<TestMember>();
        for (var i = 0; i < 61; i++) others.Add(await server.Member($"Mitglied {i:00}"));
        await server.AreContacts(anna, others);
        await anna.Client.SubmitOk($"/contacts/{others[0].Id}/notes", ("note", "=HYPERLINK(\"http://x\")"));

        Assert.Equal(others.Select(o => o.Name), Read(await anna.Client.GetStringAsync("/contacts.vcf")).Select(c => c.FormattedName));
        var table = await anna.Client.GetStringAsync("/contacts.csv");
        Assert.Equal(62, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'=HYPERLINK", table);
    }

    [Theory, BothDatabases]
    public async Task Birthdays_of_the_next_days_show_to_those_who_got_them_also_in_the_calendar(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var (soon, yearless, far, silent) = (await server.Member("Bald Beate"), await server.Member("Ohne Otto"), await server.Member("Fern Frida"), await server.Member("Still Stefan"));
        var today = server.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date;
        await Connect(anna, soon, today.PlusDays(3).PlusYears(-40), "dd.MM.yyyy");
        await Connect(anna, yearless, today, "dd.MM.");
        await Connect(anna, far, today.PlusDays(60), "dd.MM.");
        await Connect(anna, silent, today, null);

        var card = (await anna.Client.Page("/contacts")).QuerySelector("#birthdays")!.TextContent;
        Assert.Matches(@"Ohne Otto\s*today\s*Bald Beate\s*in 3 days, turns 40", card);
        Assert.DoesNotContain("Frida", card);
        Assert.DoesNotContain("Stefan", card);
        var calendar = await anna.Client.GetStringAsync("/contacts.ics");
        Assert.Equal(3, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("SUMMARY:Birthday: Bald Beate", calendar);
    }

    [Theory, BothDatabases]
    public async Task Of_many_birthdays_the_next_come_first(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member();
        var others = new List<TestMember>();
        for (var i = 0; i < 21; i++) others.Add(await server.Member($"Mitglied {i:00}"));
        await server.AreContacts(anna, others);
        var today = server.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date;
        await server.Db(async db =>
        {
            foreach (var other in others)
            {
                var day = other == others[^1] ? today : today.PlusDays(10);
                var field = db.Add(new CardField { MemberId = other.Id, Kind = CardFieldKind.Birthday, Value = $"--{day.Month:00}-{day.Day:00}" }).Entity;
                await db.SaveChangesAsync();
                db.Add(new CardRelease { FieldId = field.Id, ToId = anna.Id, At = server.Clock.GetCurrentInstant() });
            }
            await db.SaveChangesAsync();
        });

        var card = (await anna.Client.Page("/contacts")).QuerySelector("#birthdays")!.TextContent;
        Assert.Matches(@"Mitglied 20\s*today\s*Mitglied 00", card);
        Assert.DoesNotContain("Mitglied 19", card);
    }

    [Theory, BothDatabases]
    public async Task A_vcard_speaks_the_language_of_whoever_takes_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bernd) = (await server.Member("Anna Berger"), await server.Member("Bernd Ziegler", Language.German));
        await server.AreContacts(anna, bernd);
        await server.Db(async db =>
        {
            var field = db.Add(new CardField { MemberId = anna.Id, Kind = CardFieldKind.Other, Value = "Kundennummer 4711" }).Entity;
            await db.SaveChangesAsync();
            db.Add(new CardRelease { FieldId = field.Id, ToId = bernd.Id, At = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        foreach (var path in new[] { $"/contacts/{anna.Id}.vcf", "/contacts.vcf" })
            Assert.Equal("Sonstiges: Kundennummer 4711", Read(await bernd.Client.GetStringAsync(path)).Single().Note);
    }

    private static async Task Connect(TestMember anna, TestMember other, LocalDate birthday, string? pattern)
    {
        var field = await other.AddField(CardFieldKind.Birthday, birthday.ToString(pattern ?? "dd.MM.", null));
        await other.Ask(anna, "Guten Tag", pattern is null ? [] : [field]);
        await anna.Accept(other);
    }

    private static IReadOnlyList<VCard> Read(string text) => VCardReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "test.vcf").Cards;
}
