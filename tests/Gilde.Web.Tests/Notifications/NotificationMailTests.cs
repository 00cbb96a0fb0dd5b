using Gilde.Web.Jobs;
using Gilde.Web.Mail;
using Gilde.Web.Notifications;
using Gilde.Web.Posts;
using Gilde.Web.Tests.Conversations;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Notifications;

public class NotificationMailTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task A_mail_at_once_comes_once_until_it_is_read(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 3);
        var post = await server.Post(anna);
        await server.Comment(others[0], anna, post);
        var mail = await server.MailTo(anna.Email, "Ben Kontakt comments on your post");
        Assert.Contains("Wer hat Erfahrung", mail.Text);
        await server.Comment(others[1], anna, post);
        await Quiet(server, anna);
        Assert.Single(server.MailsTo(anna.Email));

        // It leads over the notification, which counts as read then.
        using (var opened = await anna.Client.GetAsync(mail.Link("/notifications/"))) Assert.StartsWith($"/posts/{post}/comments?at=", opened.Headers.Location!.ToString());
        await server.Comment(others[2], anna, post);
        await server.MailTo(anna.Email, "Dora Engel comments on your post");
        Assert.Equal(2, server.MailsTo(anna.Email).Count);
    }

    [Theory, BothDatabases]
    public async Task Each_kind_comes_where_its_member_wants_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 2);
        await Choose(anna, page: ["Comments", "Mentions"], ("Comments", "Never"), ("Mentions", "Daily"), ("Reactions", "AtOnce"), ("Followers", "Never"));
        var post = await server.Post(anna);
        await server.React(others[0], anna, post);
        await server.Comment(others[0], anna, post);
        await server.Mention(others[0], anna, await server.Post(others[0]));
        await server.Follow(others[0], anna);
        Assert.Equal(["mentioned", "postCommented"], (await server.Stream(anna)).Select(r => r.Kind));
        Assert.Equal(2, await anna.Bell());
        var mail = await server.MailTo(anna.Email, "likes your post");
        await Quiet(server, anna);
        Assert.Single(server.MailsTo(anna.Email));
        using (var opened = await anna.Client.GetAsync(mail.Link("/notifications/"))) Assert.Equal($"/posts/{post}", opened.Headers.Location!.ToString());
        // What is wanted nowhere is not written down.
        Assert.False(await server.Db(db => db.Notifications.AnyAsync(n => n.MemberId == anna.Id && n.Kind == NotificationKind.Followed)));
        Assert.Equal([DigestPeriod.Daily], await server.Db(db => db.DigestTurns.Where(t => t.MemberId == anna.Id).Select(t => t.Period).ToListAsync()));

        var settings = await anna.Client.Page("/settings/notifications");
        Assert.Equal("Daily", settings.QuerySelector("#mail-Mentions option[selected]")!.GetAttribute("value"));
        Assert.False(settings.GetElementById("page-Reactions")!.HasAttribute("checked"));
        Assert.True(settings.GetElementById("page-Mentions")!.HasAttribute("checked"));
    }

    [Theory, BothDatabases]
    public async Task The_bell_rings_without_a_number_for_whom_wants_none(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 1);
        await server.Follow(others[0], anna);
        await server.Told();
        Assert.Equal(1, await anna.Bell());
        await Choose(anna, page: ["Followers"], count: false);
        Assert.Equal(0, await anna.Bell());
        Assert.Single(await server.Stream(anna));
    }

    [Theory, BothDatabases]
    public async Task In_quiet_hours_mail_waits_for_their_end(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 2);
        var hour = server.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Hour;
        await Choose(anna, page: [], times: [("quietFrom", $"{(hour + 23) % 24}"), ("quietUntil", $"{(hour + 2) % 24}")]);
        await server.Comment(others[0], anna, await server.Post(anna));
        await server.Told();
        var planned = await server.Db(db => db.Notifications.AsNoTracking().SingleAsync(n => n.MemberId == anna.Id));
        Assert.InRange(planned.MailDueAt!.Value, server.Clock.GetCurrentInstant() + Duration.FromMinutes(59), server.Clock.GetCurrentInstant() + Duration.FromHours(2));

        // Woken too early it waits on; once the hours are over it goes out.
        await Wake(server, planned.Id);
        await Eventually.Is(() => server.Db(db => db.Jobs.AnyAsync(j => j.Kind == MailNotification.JobKind && j.Payload == $"{planned.Id}" && j.DueAt > server.Clock.GetCurrentInstant())), "the mail to wait on");
        Assert.Empty(server.MailsTo(anna.Email));
        await Choose(anna, page: []);
        await Wake(server, planned.Id);
        await server.MailTo(anna.Email, "comments on your post");
    }

    [Theory, BothDatabases]
    public async Task What_is_gone_or_read_when_its_mail_is_due_is_not_mailed(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 2);
        var hour = server.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Hour;
        await Choose(anna, page: ["Comments", "Mentions"], times: [("quietFrom", $"{hour}"), ("quietUntil", $"{(hour + 2) % 24}")]);
        var post = await server.Post(others[0]);
        await server.Mention(others[0], anna, post);
        await server.Comment(others[1], anna, await server.Post(anna));
        var ids = (await server.Stream(anna)).Select(r => r.Id).ToList();
        await server.Do(db => db.Posts.Single(p => p.Id == post).Audience = PostAudience.Contacts);
        await anna.Client.GetAsync($"/notifications/{ids[0]}");
        await server.Db(db => db.NotificationTimes.Where(t => t.MemberId == anna.Id).ExecuteDeleteAsync());
        foreach (var id in ids) await Wake(server, id);
        await Quiet(server, anna);
        Assert.Empty(server.MailsTo(anna.Email));
    }

    [Theory, BothDatabases]
    public async Task A_digest_tells_once_what_is_still_unread_and_still_there(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 4);
        await Choose(anna, page: ["Followers", "Reactions", "Shares", "Comments"], ("Followers", "Daily"), ("Reactions", "Daily"), ("Comments", "Daily"), ("UnreadMessages", "Daily"));
        var (gone, read) = (await server.Post(anna, "Dieser Beitrag geht weg"), await server.Post(anna, "Dieser wird gelesen"));
        await server.Follow(others[0], anna);
        await server.Follow(others[1], anna);
        await server.React(others[2], anna, gone);
        await server.Comment(others[3], anna, read);
        await server.Connect(anna, others[0]);
        await others[0].WriteTo(anna, "Haben Sie kurz Zeit?");
        var rows = await server.Stream(anna);
        await anna.Client.GetAsync($"/notifications/{rows.Single(r => r.Kind == "postCommented").Id}");
        await server.Do(db => db.Posts.Single(p => p.Id == gone).Remove(anna.Id, server.Clock.GetCurrentInstant()));
        var due = await server.Db(db => db.DigestTurns.AsNoTracking().SingleAsync(t => t.MemberId == anna.Id));
        Assert.Equal((DigestPeriod.Daily, 8), (due.Period, due.DueAt.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Hour));

        await Eventually.Is(() => server.Db(db => db.Participants.AnyAsync(p => p.MemberId == anna.Id && p.Unread > 0)), "the message to be there");
        await Sweep(server, anna);
        var mail = await server.MailTo(anna.Email, "Your day at a glance");
        Assert.Contains("Carl Fremd and Ben Kontakt follow you", mail.Text);
        Assert.Contains("1 conversation with unread messages", mail.Text);
        Assert.DoesNotContain("geht weg", mail.Text);
        Assert.DoesNotContain("wird gelesen", mail.Text);

        // What was told is told again only when something has come to it.
        Assert.False(await server.Db(db => db.DigestTurns.AnyAsync(t => t.MemberId == anna.Id)));
        await server.Follow(others[2], anna);
        await server.Told();
        await Sweep(server, anna);
        await Eventually.Is(() => Task.FromResult(server.MailsTo(anna.Email).Count == 2), "the next digest");
        Assert.Contains("Dora Engel and 2 others follow you", server.MailsTo(anna.Email)[0].Text);
    }

    [Theory, BothDatabases]
    public async Task An_empty_digest_is_not_sent_and_a_change_of_hours_moves_a_full_one(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, others) = await NotificationTests.Some(server, 1);
        await server.Follow(others[0], anna);
        await server.Told();
        Assert.Equal(DigestPeriod.Weekly, await server.Db(db => db.DigestTurns.Where(t => t.MemberId == anna.Id).Select(t => t.Period).SingleAsync()));
        await Choose(anna, page: ["Followers"], times: [("digestHour", "17"), ("digestWeekday", "4")]);
        Assert.Equal((17, IsoDayOfWeek.Thursday), await DueFor("Europe/Berlin"));
        await anna.Client.SubmitOk("/settings/account/language", ("language", "en"), ("zone", "America/New_York"));
        await server.Told();
        Assert.Equal((17, IsoDayOfWeek.Thursday), await DueFor("America/New_York"));

        await server.Db(db => db.MemberFollows.Where(f => f.FollowedId == anna.Id).ExecuteDeleteAsync());
        await Sweep(server, anna);
        Assert.Empty(server.MailsTo(anna.Email));

        async Task<(int, IsoDayOfWeek)> DueFor(string zone)
        {
            var due = (await server.Db(db => db.DigestTurns.AsNoTracking().SingleAsync(t => t.MemberId == anna.Id))).DueAt.InZone(DateTimeZoneProviders.Tzdb[zone]);
            return (due.Hour, due.DayOfWeek);
        }
    }

    [Theory, BothDatabases]
    public async Task Mail_that_was_not_wanted_before_there_were_choices_stays_unwanted(DatabaseKind kind)
    {
        await using var db = DataSetup.Open(await Databases.New(kind, empty: true));
        await Gilde.Web.Data.Migrations.Run(db, last: 27);
        await db.Execute(db.IsPostgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        var at = db.IsPostgres ? "'2026-01-02 03:04:05+00'" : "1767323045000000";
        await db.Execute($"INSERT INTO notice_opt_outs (member_id, kind, at) VALUES (7, 0, {at}), (7, 2, {at})");
        await db.Execute("INSERT INTO event_positions (reader, \"transaction\", event_id) VALUES ('contact-mail', 5, 17), ('introduction-mail', 5, 16)");
        await Gilde.Web.Data.Migrations.Run(db);
        var choices = await db.NotificationChoices.AsNoTracking().OrderBy(c => c.Topic).ToListAsync();
        Assert.Equal([(7, NotificationTopic.UnreadMessages, false, MailTiming.Never), (7, NotificationTopic.Introductions, true, MailTiming.Never)], choices.Select(c => (c.MemberId, c.Topic, c.OnPage, c.Mail)));
        // And nobody is mailed again what the earlier readers have mailed.
        Assert.Equal((NotificationReader.ReaderName, 17), (await db.EventPositions.Select(p => new { p.Reader, p.EventId }).ToListAsync()).Select(p => (p.Reader, p.EventId)).Single());
    }

    [Theory, BothDatabases]
    public async Task Hours_that_are_none_are_said_beside_their_field(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        using var wrong = await anna.Client.Submit("/settings/notifications", ("digestHour", "25"), ("quietFrom", "22"), ("mail-Reactions", "Daily"));
        var page = await wrong.Document(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, page.QuerySelectorAll(".field-error").Length);
        Assert.Equal("Daily", page.QuerySelector("#mail-Reactions option[selected]")!.GetAttribute("value"));
    }

    /// <summary>Saves the settings with these topics under the bell; all others keep their usual mail.</summary>
    internal static Task Choose(TestMember member, string[] page, params (string Topic, string Mail)[] mail) => Choose(member, page, mail, []);

    internal static Task Choose(TestMember member, string[] page, (string, string)[]? mail = null, (string Name, string Value)[]? times = null, bool count = true) =>
        member.Client.SubmitOk("/settings/notifications", [.. page.Select(p => ("page", p)), .. (mail ?? []).Select(m => ("mail-" + m.Item1, m.Item2)), .. times ?? [], ("count", count ? "true" : "false")]);

    /// <summary>The member's digest is due, and the sweep has run.</summary>
    internal static async Task Sweep(GildeServer server, TestMember member)
    {
        await server.Db(async db =>
        {
            foreach (var turn in await db.DigestTurns.Where(t => t.MemberId == member.Id).ToListAsync()) turn.DueAt = server.Clock.GetCurrentInstant() - Duration.FromMinutes(1);
            db.Enqueue(server.Clock, SendDigests.JobKind, "");
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => server.Db(async db => !await db.DigestTurns.AnyAsync(t => t.MemberId == member.Id)), "the digest's turn to end");
    }

    private static Task Wake(GildeServer server, long id) => server.Db(async db =>
    {
        var payload = $"{id}";
        foreach (var job in await db.Jobs.Where(j => j.Kind == MailNotification.JobKind && j.Payload == payload).ToListAsync()) job.DueAt = server.Clock.GetCurrentInstant();
        await db.SaveChangesAsync();
    });

    /// <summary>Everything was told and no mail of the member's is on its way.</summary>
    private static async Task Quiet(GildeServer server, TestMember member)
    {
        await server.Told();
        await Eventually.Is(() => server.Db(async db => !await db.Notifications.AnyAsync(n => n.MemberId == member.Id && n.MailDueAt != null) && !await db.Jobs.AnyAsync(j => j.Kind == Outbox.JobKind && j.Payload.Contains(member.Email))), "all mails to be sent");
    }
}
