namespace Gilde.Web.Moderation;

internal static class HeldScopes
{
    /// <summary>All first messages that wait, for moderators.</summary>
    public static IQueryable<HeldRow> HeldRows(this GildeDb db) =>
        from m in db.Messages
        join f in db.FirstMessages on m.Id equals f.MessageId
        join s in db.Members on m.SenderId equals s.Id
        join r in db.Members on f.ToId equals r.Id
        where m.HeldAt != null && !db.HeldDecisions.Any(d => d.MessageId == m.Id)
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
