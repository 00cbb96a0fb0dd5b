using Gilde.Web.Conversations;
using Gilde.Web.Tests.Mail;

namespace Gilde.Web.Tests.Conversations;

public class UnreadMailTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Who_was_away_gets_one_mail_a_conversation_until_they_read_it(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var talk = await anna.WriteTo(bert, "Streng vertraulicher Inhalt");
        await anna.Client.SubmitOk(talk, ("text", "Noch eine"));
        await Later(server, bert, talk, away: true);
        var mail = await server.MailTo(bert.Email, "Anna Berger");
        Assert.Contains(talk, mail.Text);
        Assert.DoesNotContain("vertraulich", mail.Text + mail.Subject);

        await anna.Client.SubmitOk(talk, ("text", "Und noch eine"));
        await server.Read(anna, talk);
        Assert.Single(server.MailsTo(bert.Email));

        await bert.Client.Page(talk);
        await anna.Client.SubmitOk(talk, ("text", "Nach dem Lesen"));
        await Later(server, bert, talk, away: true);
        await Eventually.Is(() => Task.FromResult(server.MailsTo(bert.Email).Count == 2), "a second mail after reading");
    }

    [Theory, BothDatabases]
    public async Task Nobody_who_reads_mutes_is_there_or_wants_none_gets_a_mail(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var anna = await server.Member("Anna Berger");
        var people = new List<TestMember>();
        foreach (var name in new[] { "Rita Liest", "Stefan Stumm", "Dora Da", "Norbert Nein" }) people.Add(await server.Member(name));
        await server.Connect(anna, [.. people]);
        var (reads, mutes, isThere, wantsNone) = (people[0], people[1], people[2], people[3]);
        await wantsNone.Client.SubmitOk("/settings/notifications", ("mail-UnreadMessages", "Never"));
        var talks = new List<string>();
        foreach (var person in people) talks.Add(await anna.WriteTo(person, "Guten Tag"));
        await server.Read(anna, talks[3]);
        await reads.Client.Page(talks[0]);
        await mutes.Client.SubmitOk(talks[1] + "/mute");
        await Later(server, reads, talks[0], away: true);
        await Later(server, mutes, talks[1], away: true);
        await Later(server, isThere, talks[2], away: false);

        await Eventually.Is(() => server.Db(async db => !await db.UnreadNotices.AnyAsync(n => n.MemberId == reads.Id || n.MemberId == mutes.Id || n.MemberId == wantsNone.Id)), "needless notices to go");
        Assert.All(people, p => Assert.Empty(server.MailsTo(p.Email)));
        var planned = await server.Db(db => db.UnreadNotices.AsNoTracking().SingleAsync(n => n.MemberId == isThere.Id));
        Assert.True(planned.MailedAt is null && planned.DueAt > server.Clock.GetCurrentInstant());
        var settings = await wantsNone.Client.Page("/settings/notifications");
        Assert.Equal("Never", settings.QuerySelector("#mail-UnreadMessages option[selected]")!.GetAttribute("value"));
        Assert.Equal("AtOnce", settings.QuerySelector("#mail-ContactRequests option[selected]")!.GetAttribute("value"));
    }

    [Theory, BothDatabases]
    public async Task A_repeated_job_sends_nothing_twice(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = await Two(server);
        var talk = await anna.WriteTo(bert, "Guten Tag");
        await Later(server, bert, talk, away: true);
        await server.MailTo(bert.Email);
        await server.Db(async db =>
        {
            for (var i = 0; i < 3; i++) db.Add(new Gilde.Web.Jobs.Job { Kind = MailUnread.JobKind, Payload = $"{{\"ConversationId\":{Talks.IdOf(talk)},\"MemberId\":{bert.Id}}}", CreatedAt = server.Clock.GetCurrentInstant(), DueAt = server.Clock.GetCurrentInstant() });
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Kind == MailUnread.JobKind && j.Payload.Contains($":{Talks.IdOf(talk)},"))), "the repeated jobs to be done");
        Assert.Single(server.MailsTo(bert.Email));
    }

    /// <summary>Eleven minutes later: the planned mail is due.</summary>
    private static async Task Later(GildeServer server, TestMember reader, string talk, bool away)
    {
        var (id, minutes) = (Talks.IdOf(talk), Duration.FromMinutes(11));
        await Eventually.Is(() => server.Db(db => db.UnreadNotices.AnyAsync(n => n.ConversationId == id && n.MemberId == reader.Id)), "a mail to be planned", seconds: 30);
        await server.Db(async db =>
        {
            foreach (var message in await db.Messages.Where(m => m.ConversationId == id).ToListAsync()) db.Entry(message).Property(m => m.SentAt).CurrentValue = message.SentAt - minutes;
            foreach (var session in await db.Sessions.Where(s => s.AccountId == reader.Id && away).ToListAsync()) session.SeenAt -= minutes;
            foreach (var job in await db.Jobs.Where(j => j.Kind == MailUnread.JobKind && j.Payload.Contains($":{id},")).ToListAsync()) job.DueAt = server.Clock.GetCurrentInstant();
            await db.SaveChangesAsync();
        });
        await Eventually.Is(() => server.Db(async db => !await db.Jobs.AnyAsync(j => j.Kind == MailUnread.JobKind && j.Payload.Contains($":{id},") && j.DueAt < server.Clock.GetCurrentInstant() + Duration.FromMinutes(1))), "the due job to run");
    }

    private static async Task<(TestMember Anna, TestMember Bert)> Two(GildeServer server)
    {
        var (anna, bert) = (await server.Member("Anna Berger", Language.German), await server.Member("Bert Conrad", Language.German));
        await server.Connect(anna, bert);
        return (anna, bert);
    }
}
