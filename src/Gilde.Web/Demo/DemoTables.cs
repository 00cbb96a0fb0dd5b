using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Demo;

/// <summary>Contacts and talks of the demo network as rows, with the ids that people and messages get.</summary>
internal sealed class DemoTables
{
    private readonly DemoNetwork network;
    private readonly long[] ids;
    private readonly Dictionary<int, List<(long Id, CardField Field)>> cards = [];

    public DemoTables(DemoNetwork network)
    {
        this.network = network;
        People = network.Members.OrderBy(m => m.JoinedAt).ThenBy(m => m.Number).ToList();
        ids = new long[People.Count];
        for (var i = 0; i < People.Count; i++) ids[People[i].Number] = i + 1;
        long field = 0;
        foreach (var person in People) cards[person.Number] = DemoRows.Card(person, IdOf(person.Number)).Select(f => (++field, f)).ToList();
    }

    /// <summary>In the order in which they joined; ids follow it.</summary>
    public IReadOnlyList<DemoMember> People { get; }

    public long IdOf(int number) => ids[number];

    public IEnumerable<T> Parts<T>(Func<DemoMember, long, IEnumerable<T>> parts) => People.SelectMany(p => parts(p, IdOf(p.Number)));

    public IEnumerable<CardField> CardFields() => People.SelectMany(p => cards[p.Number].Select(c => c.Field));

    public IEnumerable<Contact> Contacts() => network.Contacts.SelectMany(c => new[] { Side(c, c.Low, c.High, c.LowSide), Side(c, c.High, c.Low, c.HighSide) });

    public IEnumerable<ContactTag> Tags() => network.Contacts.SelectMany(c => Tags(c.Low, c.High, c.LowSide).Concat(Tags(c.High, c.Low, c.HighSide)));

    public IEnumerable<CardRelease> Releases() => network.Contacts.SelectMany(c => Releases(c, c.Low, c.High, c.LowSide).Concat(Releases(c, c.High, c.Low, c.HighSide)));

    public IEnumerable<ContactRequest> Requests() => network.Requests.Select(r => new ContactRequest { FromId = IdOf(r.From), ToId = IdOf(r.To), Reason = r.Reason, At = r.At });

    /// <summary>What the askers will release once they are accepted.</summary>
    public IEnumerable<CardOffer> Offers() =>
        network.Requests.SelectMany((r, i) => cards[r.From].Where(c => c.Field.ByDefault).Select(c => new CardOffer { RequestId = i + 1, FieldId = c.Id }));

    /// <summary>Conversations in the order in which they began, messages in the order in which they were sent: ids follow time.</summary>
    public DemoTalkRows Talks()
    {
        var talks = network.Conversations().OrderBy(c => c.Messages[0].At).ToList();
        var messages = talks.SelectMany((t, talk) => t.Messages.Select((m, index) => (Message: m, Talk: talk, Index: index))).OrderBy(m => m.Message.At).ThenBy(m => m.Talk).ToList();
        var messageIds = talks.Select(t => new long[t.Messages.Count]).ToList();
        for (var i = 0; i < messages.Count; i++) messageIds[messages[i].Talk][messages[i].Index] = i + 1;
        var exchanges = new DemoExchanges();
        foreach (var (message, talk, _) in messages.Where(m => talks[m.Talk].Title is null))
            exchanges.Add(IdOf(message.Sender), IdOf(talks[talk].Participants.First(p => p != message.Sender)), message.At);
        return new DemoTalkRows(
            talks.Select((t, i) => Conversation(t, messageIds[i])),
            talks.SelectMany((t, i) => t.Participants.Select((p, seat) => Participant(t, messageIds[i], i + 1, seat))),
            messages.Select(m => new Message { ConversationId = m.Talk + 1, SenderId = IdOf(m.Message.Sender), Kind = m.Message.IsNote ? MessageKind.Started : MessageKind.Text, Body = m.Message.Text, SentAt = m.Message.At }),
            talks.SelectMany((t, i) => t.Reason is { } reason ? [FirstMessage(t, messageIds[i], reason)] : Array.Empty<FirstMessage>()),
            exchanges.Rows());
    }

    private Contact Side(DemoContact contact, int owner, int other, DemoSide side) => new(IdOf(owner), IdOf(other), contact.Since)
    {
        Note = side.Note, HowMet = side.HowMet, Hidden = side.Hidden, Word = side.Word, MetAt = contact.Met ? contact.Since : null,
    };

    private IEnumerable<ContactTag> Tags(int owner, int other, DemoSide side) =>
        side.Tags.Select(t => new ContactTag { OwnerId = IdOf(owner), OtherId = IdOf(other), Tag = t });

    private IEnumerable<CardRelease> Releases(DemoContact contact, int owner, int other, DemoSide side) =>
        cards[owner].Where(c => c.Field.ByDefault || side.ReleasesAll).Select(c => new CardRelease { FieldId = c.Id, ToId = IdOf(other), At = contact.Since });

    private Conversation Conversation(DemoConversation talk, long[] messages) => new()
    {
        DirectKey = talk.Title is null ? Conversations.Conversation.KeyFor(IdOf(talk.Participants[0]), IdOf(talk.Participants[1])) : null,
        Title = talk.Title ?? "", StartedById = IdOf(talk.Messages[0].Sender), StartedAt = talk.Messages[0].At,
        LastMessageId = messages[^1], LastMessageAt = talk.Messages[^1].At,
    };

    private FirstMessage FirstMessage(DemoConversation talk, long[] messages, string reason) => new()
    {
        MessageId = messages[0], FromId = IdOf(talk.Messages[0].Sender), ToId = IdOf(talk.Participants.First(p => p != talk.Messages[0].Sender)), Reason = reason, SentAt = talk.Messages[0].At,
    };

    private Participant Participant(DemoConversation talk, long[] messages, long conversation, int seat)
    {
        var read = talk.Read[seat];
        return new Participant
        {
            ConversationId = conversation, MemberId = IdOf(talk.Participants[seat]), JoinedAt = talk.Messages[0].At, LastMessageId = messages[^1],
            LastReadId = read > 0 ? messages[read - 1] : 0, Unread = talk.Messages.Skip(read).Count(m => m.Sender != talk.Participants[seat] && !m.IsNote),
        };
    }
}

/// <summary>All rows of talk, each made as it is read.</summary>
internal sealed record DemoTalkRows(
    IEnumerable<Conversation> Conversations, IEnumerable<Participant> Participants, IEnumerable<Message> Messages, IEnumerable<FirstMessage> FirstMessages, IEnumerable<Exchange> Exchanges);
