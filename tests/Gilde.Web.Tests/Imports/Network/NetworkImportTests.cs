using Gilde.Web.Contacts;
using Gilde.Web.Events;
using Gilde.Web.Introductions;

namespace Gilde.Web.Tests.Imports.Network;

public class NetworkImportTests
{
    [Theory, BothDatabases]
    public async Task An_association_brings_its_people(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);

        var imported = (await NetworkFiles.Import(settings, NetworkFiles.Folder())).Imported!;

        Assert.Equal((3, 3, 5), (imported.MembersRead, imported.ContactsRead, imported.ExchangesRead));
        Assert.Equal((3, 2), (imported.MembersAdded, imported.ContactsAdded));
        await using var db = DataSetup.Open(settings);
        var members = await db.Members.OrderBy(m => m.Id).ToListAsync();
        Assert.Equal(["anna-bader", "ben-oeztuerk", "ben-oeztuerk-2"], members.Select(m => m.Handle));
        Assert.All(members, m => Assert.True(m is { ActiveSince: not null, ClosedAt: not null }));
        Assert.Equal((Language.German, "Solingen", "DE", "Rohre und mehr"), (members[0].Language, members[0].Place, members[0].Country, members[0].Headline));
        Assert.Equal(Instant.FromUtc(2021, 3, 12, 0, 0), members[0].JoinedAt);
        Assert.Equal(Language.English, members[1].Language);
        Assert.Equal(Instant.FromUtc(2020, 1, 1, 9, 0), members[2].JoinedAt);
        var position = await db.Positions.SingleAsync();
        Assert.Equal((members[0].Id, "Rohr & Co., Solingen", "Einkäuferin"), (position.MemberId, position.Firm, position.Title));
        Assert.Equal([EventKinds.MemberJoined, EventKinds.MemberJoined, EventKinds.MemberJoined, EventKinds.NetworkImported, EventKinds.TiesRebuilt], await db.Events.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task Members_who_came_in_have_an_account_without_a_password(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder());

        await using var db = DataSetup.Open(settings);
        var account = await db.Users.OrderBy(a => a.Id).FirstAsync();
        Assert.Equal(("Anna.Bader@rohr.example", "ANNA.BADER@ROHR.EXAMPLE", true), (account.Email, account.NormalizedEmail, account.EmailConfirmed));
        Assert.Null(account.PasswordHash);
        Assert.Equal(3, (await db.Users.Select(a => a.SecurityStamp).ToListAsync()).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task Contacts_have_two_sides_and_the_earliest_time(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder());

        await using var db = DataSetup.Open(settings);
        var ids = await db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
        var contacts = await db.Contacts.OrderBy(c => c.OwnerId).ThenBy(c => c.OtherId).ToListAsync();
        Assert.Equal([(ids[0], ids[1]), (ids[0], ids[2]), (ids[1], ids[0]), (ids[2], ids[0])], contacts.Select(c => (c.OwnerId, c.OtherId)));
        Assert.Equal(Instant.FromUtc(2022, 4, 1, 0, 0), contacts[0].Since);
        Assert.Equal(contacts[0].Since, contacts[2].Since);
    }

    [Theory, BothDatabases]
    public async Task Exchanges_count_by_day_and_make_ties(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder());

        await using var db = DataSetup.Open(settings);
        var ids = await db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
        var day = (int)(Instant.FromUtc(2024, 1, 1, 0, 0) - NodaConstants.UnixEpoch).TotalDays;
        var exchanges = await db.Exchanges.OrderBy(e => e.FromId).ThenBy(e => e.ToId).ThenBy(e => e.Day).ToListAsync();
        Assert.Equal(
            [(ids[0], ids[1], day, 2), (ids[0], ids[1], day + 1, 1), (ids[1], ids[0], day, 1), (ids[2], ids[0], day + 2, 1)],
            exchanges.Select(e => (e.FromId, e.ToId, e.Day, e.Count)));
        Assert.All(exchanges, e => Assert.Equal(ExchangeSource.Imported, e.Source));
        var ties = await db.Ties.OrderBy(t => t.LowId).ThenBy(t => t.HighId).ToListAsync();
        Assert.Equal([(3, 1, 1), (0, 1, 0)], ties.Select(t => (t.LowToHigh, t.HighToLow, t.TurnDays)));
        Assert.Equal((Instant.FromUtc(2024, 1, 2, 0, 0), Instant.FromUtc(2024, 1, 1, 23, 59, 59)), (ties[0].LastLowToHigh, ties[0].LastHighToLow));
        Assert.True(ties[0].Strength > ties[1].Strength);
        Assert.Null(ties[1].LastLowToHigh);
    }

    [Theory, BothDatabases]
    public async Task A_second_import_changes_nothing(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        var folder = NetworkFiles.Folder();
        await NetworkFiles.Import(settings, folder);
        var before = await NetworkFiles.Dump(settings);

        var again = (await NetworkFiles.Import(settings, folder)).Imported!;

        Assert.False(again.ChangedAnything);
        Assert.Equal(before, await NetworkFiles.Dump(settings));
    }

    [Theory, BothDatabases]
    public async Task A_later_import_adds_what_is_new_and_leaves_what_members_changed(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder());
        await using (var db = DataSetup.Open(settings))
            await db.Members.Where(m => m.Handle == "anna-bader").ExecuteUpdateAsync(s => s.SetProperty(m => m.Headline, "Meine Zeile"));

        var later = (await NetworkFiles.Import(settings, NetworkFiles.Folder(
            NetworkFiles.Members + "\ncem@kabel.example,Cem Yıldız,20,,,,,,,",
            NetworkFiles.Contacts + "\n20,17,",
            NetworkFiles.Exchanges + "\n2024-01-01T09:00:00Z,17,18"))).Imported!;

        Assert.Equal((1, 1, 1), (later.MembersAdded, later.ContactsAdded, later.ExchangeDaysChanged));
        await using var changed = DataSetup.Open(settings);
        Assert.Equal("Meine Zeile", await changed.Members.Where(m => m.Handle == "anna-bader").Select(m => m.Headline).SingleAsync());
        Assert.Equal(3, await changed.Exchanges.MaxAsync(e => e.Count));
    }

    [Theory, BothDatabases]
    public async Task Members_who_block_each_other_do_not_become_contacts(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder(contacts: null, exchanges: null));
        await using (var db = DataSetup.Open(settings))
        {
            var ids = await db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
            db.Add(new Block { MemberId = ids[1], BlockedId = ids[0], At = SystemClock.Instance.GetCurrentInstant() });
            await db.SaveChangesAsync();
        }

        var imported = (await NetworkFiles.Import(settings, NetworkFiles.Folder())).Imported!;

        Assert.Equal((0, 1), (imported.MembersAdded, imported.ContactsAdded));
    }

    [Theory, BothDatabases]
    public async Task Without_ids_the_address_is_the_key(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);

        var imported = (await NetworkFiles.Import(settings, NetworkFiles.Folder(
            "name;email\nAnna;Anna@a.example\nBen;ben@a.example", "a;b\nanna@A.example;ben@a.example", null))).Imported!;

        Assert.Equal((2, 1), (imported.MembersAdded, imported.ContactsAdded));
    }

    [Theory, BothDatabases]
    public async Task Whoever_becomes_a_contact_by_it_has_no_request_left_to_answer(DatabaseKind kind)
    {
        var settings = await Databases.New(kind);
        await NetworkFiles.Import(settings, NetworkFiles.Folder(contacts: null, exchanges: null));
        var now = new MicrosecondClock().GetCurrentInstant();
        await using (var db = DataSetup.Open(settings))
        {
            var ids = await db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
            db.AddRange(
                new ContactRequest { FromId = ids[0], ToId = ids[1], Reason = "offen", At = now },
                new ContactRequest { FromId = ids[2], ToId = ids[0], Reason = "abgelehnt", At = now, DeclinedAt = now },
                new ContactRequest { FromId = ids[0], ToId = ids[2], Reason = "zurückgezogen", At = now, WithdrawnAt = now },
                new ContactRequest { FromId = ids[1], ToId = ids[2], Reason = "andere", At = now });
            await db.SaveChangesAsync();
        }

        await NetworkFiles.Import(settings, NetworkFiles.Folder());

        await using var after = DataSetup.Open(settings);
        Assert.Equal(["abgelehnt", "offen"], await after.ContactRequests.Where(r => r.AcceptedAt != null && r.DeclinedAt == null).OrderBy(r => r.Reason).Select(r => r.Reason).ToListAsync());
        Assert.Equal(["andere"], await after.ContactRequests.Standing().Select(r => r.Reason).ToListAsync());
    }
}
