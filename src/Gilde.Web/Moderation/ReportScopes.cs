using Gilde.Web.Conversations;

namespace Gilde.Web.Moderation;

/// <summary>What moderators see of a report.</summary>
public sealed record ReportRow
{
    public long Id { get; init; }
    public Instant At { get; init; }
    public ReportReason Reason { get; init; }
    public required string Explanation { get; init; }
    public required string Text { get; init; }
    public long? PictureId { get; init; }
    public string? Reporter { get; init; }
    public required string Author { get; init; }
    public required string AuthorHandle { get; init; }
    public ReportOutcome? Outcome { get; init; }
    public string? Statement { get; init; }
    public string? DecidedBy { get; init; }
    public Instant? DecidedAt { get; init; }
}

/// <summary>A first message that waits for a moderator.</summary>
public sealed record HeldRow
{
    public long MessageId { get; init; }
    public Instant At { get; init; }
    public required string Reason { get; init; }
    public required string Text { get; init; }
    public required string Sender { get; init; }
    public required string SenderHandle { get; init; }
    public required string Receiver { get; init; }
    /// <summary>How many other first messages the sender has written.</summary>
    public int Others { get; init; }
}

internal static class ReportScopes
{
    /// <summary>All reports, for moderators.</summary>
    public static IQueryable<ReportRow> ReportRows(this GildeDb db) =>
        from r in db.Reports
        join author in db.Members on r.AuthorId equals author.Id
        from reporter in db.Members.Where(m => m.Id == r.ReporterId).DefaultIfEmpty()
        from d in db.ReportDecisions.Where(d => d.ReportId == r.Id).DefaultIfEmpty()
        from decider in db.Members.Where(m => m.Id == d.ById).DefaultIfEmpty()
        select new ReportRow
        {
            Id = r.Id,
            At = r.At,
            Reason = r.Reason,
            Explanation = r.Explanation,
            Text = r.Text,
            PictureId = r.PictureId,
            Reporter = reporter.Name,
            Author = author.Name,
            AuthorHandle = author.Handle,
            Outcome = d == null ? null : d.Outcome,
            Statement = d.Statement,
            DecidedBy = decider.Name,
            DecidedAt = d == null ? null : d.At,
        };

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

    /// <summary>Messages that somebody has reported, for the moderator who decides.</summary>
    public static IQueryable<Message> ReportedMessages(this GildeDb db) => db.Messages.Where(m => db.Reports.Any(r => r.MessageId == m.Id));

    /// <summary>What the viewer reported of a message, if they did.</summary>
    public static IQueryable<Report> ReportsBy(this GildeDb db, Viewer viewer) => db.Reports.Where(r => r.ReporterId == viewer.Id);
}
