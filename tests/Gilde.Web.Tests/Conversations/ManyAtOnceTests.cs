namespace Gilde.Web.Tests.Conversations;

public class ManyAtOnceTests(Servers servers)
{
    [Theory, BothDatabases]
    public async Task Eight_writers_in_one_conversation_keep_order_and_exact_counts(DatabaseKind kind)
    {
        const int writers = 8, each = 12;
        var server = await servers.On(kind);
        var people = new List<TestMember>();
        for (var i = 0; i < writers; i++) people.Add(await server.Member($"Schreiber {i}"));
        var reader = await server.Member("Lea Leser");
        await server.Connect(people[0], [.. people.Skip(1), reader]);
        var group = await people[0].Group("Gedränge", [.. people.Skip(1), reader]);

        await Task.WhenAll(people.Select(async (person, writer) =>
        {
            for (var n = 0; n < each; n++) await person.Client.SubmitOk(group, ("text", $"{writer}-{n}"));
        }));

        Assert.Equal(writers * each, (await server.Seat(reader, group)).Unread);
        foreach (var person in people) Assert.Equal((writers - 1) * each, (await server.Seat(person, group)).Unread);
        var messages = await server.Db(db => db.Messages.AsNoTracking().Where(m => m.ConversationId == Talks.IdOf(group) && m.Body != "Gedränge").OrderBy(m => m.Id).ToListAsync());
        foreach (var byWriter in messages.GroupBy(m => m.SenderId))
            Assert.Equal(Enumerable.Range(0, each), byWriter.Select(m => int.Parse(m.Body.Split('-')[1])));
        var events = await server.Db(db => db.Events.AsNoTracking().Where(e => e.ParentId == Talks.IdOf(group) && e.Kind == "message.sent").OrderBy(e => e.Transaction).ThenBy(e => e.Id).Select(e => e.ObjectId).ToListAsync());
        Assert.Equal(events.Order(), events);
    }

    [Theory, BothDatabases]
    public async Task Reading_while_others_write_never_loses_a_count_nor_goes_below_nothing(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
        await server.Connect(anna, bert);
        var talk = await anna.WriteTo(bert, "0");
        var writing = Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => { for (var n = 0; n < 12; n++) await anna.Client.SubmitOk(talk, ("text", $"{n}")); }));
        while (!writing.IsCompleted)
        {
            await bert.Client.Page(talk);
            Assert.InRange((await server.Seat(bert, talk)).Unread, 0, 37);
        }
        await writing;
        var seat = await server.Seat(bert, talk);
        Assert.Equal(await server.Db(db => db.Messages.CountAsync(m => m.ConversationId == Talks.IdOf(talk) && m.SenderId == anna.Id && m.Id > seat.LastReadId)), seat.Unread);
        await bert.Client.Page(talk);
        Assert.Equal(0, (await server.Seat(bert, talk)).Unread);
    }

    [Theory, BothDatabases]
    public async Task Two_who_write_to_each_other_at_once_get_one_conversation(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        for (var round = 0; round < 5; round++)
        {
            var (anna, bert) = (await server.Member("Anna Berger"), await server.Member("Bert Conrad"));
            await server.Connect(anna, bert);
            var talks = await Task.WhenAll(anna.WriteTo(bert, "hin"), bert.WriteTo(anna, "her"), anna.WriteTo(bert, "hin"), bert.WriteTo(anna, "her"));
            Assert.Single(talks.Distinct());
            Assert.Equal((2, 2), ((await server.Seat(anna, talks[0])).Unread, (await server.Seat(bert, talks[0])).Unread));
        }
    }
}
