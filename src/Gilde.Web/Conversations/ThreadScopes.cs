using Gilde.Web.Moderation;
using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

internal static class ThreadScopes
{
    /// <summary>What stands above a thread, and the rules that hold in it.</summary>
    public static async Task<ThreadHead?> ThreadHead(this GildeDb db, Viewer viewer, long conversationId, CancellationToken stop)
    {
        var head = await (from p in db.ConversationsOf(viewer)
                          join c in db.Conversations on p.ConversationId equals c.Id
                          where p.ConversationId == conversationId
                          select new ThreadHead
                          {
                              Id = c.Id,
                              IsGroup = c.DirectKey == null,
                              Title = c.Title,
                              Unread = p.Unread,
                              LastReadId = p.LastReadId,
                              MutedAt = p.MutedAt,
                              LeftAt = p.LeftAt,
                              PutAwayAt = p.PutAwayAt,
                          }).SingleOrDefaultAsync(stop);
        if (head is not null) head.People = await db.ThreadPeople(viewer, head).ToListAsync(stop);
        return head;
    }

    private static IQueryable<ThreadPerson> ThreadPeople(this GildeDb db, Viewer viewer, ThreadHead head)
    {
        var (me, id, direct) = (viewer.Id, head.Id, !head.IsGroup);
        return from p in db.Participants
               join m in db.MembersVisibleTo(viewer) on p.MemberId equals m.Id
               where p.ConversationId == id
               orderby SortName.Of(m.Name), m.Id
               select new ThreadPerson
               {
                   Id = m.Id,
                   Name = m.Name,
                   Handle = m.Handle,
                   Headline = m.Headline,
                   PictureId = m.PictureId,
                   LeftAt = p.LeftAt,
                   LastReadId = p.LastReadId,
                   IsContact = db.Contacts.Any(c => c.OwnerId == me && c.OtherId == m.Id),
                   HasWritten = direct && db.Messages.Any(x => x.ConversationId == id && x.SenderId == m.Id && x.HeldAt == null),
                   WasFirstWrittenTo = direct && db.FirstMessages.Any(f => f.FromId == me && f.ToId == m.Id),
                   WroteFirst = direct && db.FirstMessages.Any(f => f.FromId == m.Id && f.ToId == me),
               };
    }

    /// <summary>Messages as a thread shows them.</summary>
    public static IQueryable<ThreadMessage> ThreadMessages(this GildeDb db, Viewer viewer, IQueryable<Message> messages) =>
        from m in messages
        join s in db.Members on m.SenderId equals s.Id
        from f in db.FirstMessages.Where(f => f.MessageId == m.Id).DefaultIfEmpty()
        from subject in db.MembersVisibleTo(viewer).Where(x => x.Id == m.SubjectId).DefaultIfEmpty()
        select new ThreadMessage
        {
            Id = m.Id,
            ConversationId = m.ConversationId,
            Kind = m.Kind,
            SenderId = s.Id,
            Sender = s.Name,
            Handle = s.Handle,
            SenderPictureId = s.PictureId,
            // Words of somebody who does not exist for the viewer do not either.
            Text = m.Kind == MessageKind.Introduced && m.SubjectId != null && subject == null ? "" : m.Body,
            Reason = f.Reason,
            PictureId = m.PictureId,
            PictureText = m.PictureText,
            SentAt = m.SentAt,
            RemovedAt = m.RemovedAt,
            IsRemovedBySender = m.RemovedById == m.SenderId,
            Statement = m.SenderId == viewer.Id && m.RemovedById != null && m.RemovedById != m.SenderId
                ? (from c in db.Cases join d in db.Decisions on c.DecisionId equals d.Id where c.ObjectId == m.Id && c.Kind == CaseKind.Message && d.Facts != "" select d.Facts).FirstOrDefault() : null,
            HasSubject = m.SubjectId != null,
            Subject = subject.Name,
        };
}
