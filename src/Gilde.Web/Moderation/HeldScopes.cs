using Gilde.Web.Conversations;

namespace Gilde.Web.Moderation;

internal static class HeldScopes
{
    /// <summary>All first messages that wait, for a moderator who neither sent nor gets them.</summary>
    public static IQueryable<HeldRow> HeldRows(this GildeDb db, Viewer moderator) =>
        from m in db.HeldMessages(moderator)
        join f in db.FirstMessages on m.Id equals f.MessageId
        join s in db.Members on m.SenderId equals s.Id
        join r in db.Members on f.ToId equals r.Id
        select new HeldRow
        {
            MessageId = m.Id,
            At = m.SentAt,
            Reason = f.Reason,
            Text = m.Body,
            Sender = s.Name,
            SenderHandle = s.Handle,
            Receiver = r.Name,
            Others = db.FirstMessages.Count(o => o.FromId == s.Id) - 1,
        };
}
