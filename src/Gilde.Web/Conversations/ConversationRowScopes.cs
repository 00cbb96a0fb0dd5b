using Gilde.Web.Profiles;

namespace Gilde.Web.Conversations;

internal static class ConversationRowScopes
{
    /// <summary>The lines of the list for some of the viewer's conversations. The last message shows only if its sender does.</summary>
    public static IQueryable<ConversationRow> ConversationRows(this GildeDb db, Viewer viewer, IQueryable<Participant> seats)
    {
        var visible = db.MembersVisibleTo(viewer);
        return from p in seats
               join c in db.Conversations on p.ConversationId equals c.Id
               from o in db.Participants.Where(o => o.ConversationId == p.ConversationId && o.MemberId != viewer.Id && c.DirectKey != null).DefaultIfEmpty()
               from other in db.Members.Where(m => m.Id == o.MemberId).DefaultIfEmpty()
               from last in db.Messages.Where(m => m.Id == p.LastMessageId).DefaultIfEmpty()
               from sender in visible.Where(m => m.Id == last.SenderId).DefaultIfEmpty()
               select new ConversationRow
               {
                   Id = p.ConversationId,
                   IsGroup = c.DirectKey == null,
                   Name = c.DirectKey == null ? c.Title : other.Name,
                   Handle = other.Handle,
                   PersonId = other.Id,
                   PictureId = other.PictureId,
                   Unread = p.Unread,
                   MutedAt = p.MutedAt,
                   LeftAt = p.LeftAt,
                   LastMessageId = p.LastMessageId,
                   LastKind = sender == null ? null : last.Kind,
                   LastAt = sender == null ? null : last.SentAt,
                   LastSender = sender.Name,
                   LastSenderId = sender.Id,
                   LastText = sender == null ? null : last.Body,
                   LastIsPicture = sender != null && last.PictureId != null,
                   LastIsRemoved = sender != null && last.RemovedAt != null,
               };
    }
}
