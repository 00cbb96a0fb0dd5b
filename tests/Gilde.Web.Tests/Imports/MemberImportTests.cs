using System.Text;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;
using Gilde.Web.Tests.Formats;
using Gilde.Web.Tests.Imports.LinkedIn;

namespace Gilde.Web.Tests.Imports;

public class MemberImportTests(Servers servers)
{
    private static readonly byte[] LinkedIn = Archives.Zip(Archives.Full);

    [Theory, BothDatabases]
    public async Task Before_choosing_nothing_happens(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");

        var preview = await dana.Stage("archive.zip", LinkedIn);

        Assert.Contains("Einkäuferin für Drähte", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3 positions", preview.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Connections.csv, line 9: “not-an-address” is not an e-mail address.", preview.Body.TextContent, StringComparison.Ordinal);
        await server.Db(async db =>
        {
            Assert.Equal("", (await db.Members.SingleAsync(m => m.Id == dana.Id)).Headline);
            Assert.Empty(await db.Positions.Where(p => p.MemberId == dana.Id).ToListAsync());
            Assert.Empty(await db.AddressBookEntries.Where(e => e.OwnerId == dana.Id).ToListAsync());
        });
    }

    [Theory, BothDatabases]
    public async Task A_linkedin_archive_fills_profile_and_address_book(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");

        Assert.Equal("/settings/import?profile=13&people=3", await dana.TakeAll("archive.zip", LinkedIn));

        await server.Db(async db =>
        {
            var me = await db.Members.SingleAsync(m => m.Id == dana.Id);
            Assert.Equal(("Einkäuferin für Drähte", "Erste Zeile\nzweite Zeile", "Hagen", "DE"), (me.Headline, me.About, me.Place, me.Country));
            var positions = await db.Positions.Where(p => p.MemberId == dana.Id).OrderBy(p => p.Id).ToListAsync();
            Assert.Equal([("Drahtwerk Hagen", PartialDate.Of(2019, 3)), ("Rohr & Co.", PartialDate.Of(2012)), ("Kabel AG", PartialDate.Of(2011))], positions.Select(p => (p.Firm, p.From!)));
            Assert.Equal("FH Südwestfalen", (await db.Educations.SingleAsync(e => e.MemberId == dana.Id)).School);
            Assert.Equal(["Drahtziehen", "Einkauf"], await db.Topics.Where(t => t.MemberId == dana.Id).OrderBy(t => t.Text).Select(t => t.Text).ToListAsync());
            Assert.Equal([("de", LanguageLevel.Native), ("tr", LanguageLevel.Basic)], (await db.SpokenLanguages.Where(l => l.MemberId == dana.Id).OrderBy(l => l.Code).ToListAsync()).Select(l => (l.Code, l.Level)));
            Assert.Equal(2, await db.Websites.CountAsync(w => w.MemberId == dana.Id));
            var anna = await db.AddressBookEntries.SingleAsync(e => e.OwnerId == dana.Id && e.Name == "Anna Bader");
            Assert.Equal(("Rohr & Co., Solingen", "anna@rohr.example", 2, 1, PartialDate.Of(2021, 3, 13)), (anna.Firm, anna.Emails, anna.Sent, anna.Received, anna.LastWrote!));
            Assert.False(await db.StagedImports.AnyAsync(i => i.MemberId == dana.Id));
        });
    }

    [Theory, BothDatabases]
    public async Task A_second_time_nothing_is_doubled(DatabaseKind kind)
    {
        var dana = await (await servers.On(kind)).Member("Dana Çelik");
        await dana.TakeAll("archive.zip", LinkedIn);

        var preview = await dana.Stage("archive.zip", LinkedIn);
        Assert.All(preview.QuerySelectorAll("input[name=take]"), box => Assert.True(box.HasAttribute("disabled")));
        Assert.Equal("/settings/import?profile=0&people=0", await dana.TakeAll("archive.zip", LinkedIn));
    }

    [Theory, BothDatabases]
    public async Task Only_what_was_chosen_is_taken(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");
        await dana.Stage("archive.zip", LinkedIn);

        Assert.Equal("/settings/import?profile=2&people=0", await dana.Client.SubmitOk("/settings/import/apply", ("take", "skills"), ("people", "none")));

        await server.Db(async db =>
        {
            Assert.Equal("", (await db.Members.SingleAsync(m => m.Id == dana.Id)).Headline);
            Assert.Equal(0, await db.Positions.CountAsync(p => p.MemberId == dana.Id));
        });
    }

    [Theory, BothDatabases]
    public async Task People_are_ticked_one_by_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");
        await dana.Stage("archive.zip", LinkedIn);

        var list = await dana.Client.Page("/settings/import/people");
        Assert.Equal(3, list.QuerySelectorAll("input[name=person][checked]").Length);
        Assert.Equal("/settings/import/preview", await dana.Client.SubmitOk("/settings/import/people", ("from", "0"), ("person", "1"), ("then", "done")));
        var preview = await dana.Client.Page("/settings/import/preview");
        Assert.Equal("ticked", preview.QuerySelector("input[name=people][checked]")!.GetAttribute("value"));
        await dana.Client.SubmitOk("/settings/import/apply", ("people", "ticked"));

        Assert.Equal(["Ben Öztürk"], await server.Db(db => db.AddressBookEntries.Where(e => e.OwnerId == dana.Id).Select(e => e.Name).ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task An_address_book_file_of_any_version_is_taken(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");

        await dana.TakeAll("people.vcf", Encoding.UTF8.GetBytes(string.Join("\r\n", VCards.Ios, VCards.Google, VCards.Nextcloud)));

        await server.Db(async db =>
        {
            var entries = await db.AddressBookEntries.Where(e => e.OwnerId == dana.Id).OrderBy(e => e.SortName).ToListAsync();
            Assert.Equal(["Anna Maria Bader", "Cem Yıldız", "Dana Çelik"], entries.Select(e => e.Name));
            Assert.Equal(["anna@rohr.example", "anna.bader@mail.example"], entries[0].EmailList);
            Assert.Equal(PartialDate.Of(null, 8, 2), entries[0].Birthday);
        });
    }

    [Theory, BothDatabases]
    public async Task Discarding_forgets_the_file(DatabaseKind kind)
    {
        var dana = await (await servers.On(kind)).Member("Dana Çelik");
        await dana.Stage("archive.zip", LinkedIn);

        await dana.Client.SubmitOk("/settings/import/discard");

        Assert.Equal("/settings/import", await dana.Client.SubmitOk("/settings/import/apply", ("people", "all")));
        using var preview = await dana.Client.GetAsync("/settings/import/preview");
        Assert.Equal(HttpStatusCode.SeeOther, preview.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_one_member_uploaded_another_does_not_see(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var dana = await server.Member("Dana Çelik");
        var mallory = await server.Member("Mallory Marx");
        await dana.Stage("archive.zip", LinkedIn);

        await mallory.Client.SubmitOk("/settings/import/apply", ("people", "all"), ("take", "headline"));

        Assert.Equal(0, await server.Db(db => db.AddressBookEntries.CountAsync(e => e.OwnerId == mallory.Id)));
        Assert.Contains("archive.zip", (await dana.Client.Page("/settings/import")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_pages_speak_german(DatabaseKind kind)
    {
        var dana = await (await servers.On(kind)).Member("Dana Çelik", Language.German);

        var preview = await dana.Stage("archive.zip", LinkedIn);

        Assert.Equal("Auswählen, was übernommen wird", preview.QuerySelector("h1")!.TextContent);
        Assert.Contains("Connections.csv, Zeile 9: „not-an-address“ ist keine E-Mail-Adresse.", preview.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Pressed_several_times_at_once_it_is_taken_once(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 3; round++)
        {
            var dana = await server.Member("Dana Çelik");
            await dana.Stage("archive.zip", LinkedIn);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => dana.Client.SubmitOk("/settings/import/apply", ("take", "positions"), ("people", "all"))));

            Assert.Equal(["/settings/import", "/settings/import", "/settings/import", "/settings/import?profile=3&people=3"], answers.Order(StringComparer.Ordinal));
            Assert.Equal((3, 3), await server.Db(async db => (await db.Positions.CountAsync(p => p.MemberId == dana.Id), await db.AddressBookEntries.CountAsync(e => e.OwnerId == dana.Id))));
        }
    }
}
