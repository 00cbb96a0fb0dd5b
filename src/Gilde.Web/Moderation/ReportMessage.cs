using Gilde.Web.Conversations;
using Gilde.Web.Formats;

namespace Gilde.Web.Moderation;

public enum Reporting { Reported, NotFound, Invalid }

/// <summary>A member reports a message that they may read. Once; the author is not told who it was.</summary>
public sealed class ReportMessage(GildeDb db, IClock clock)
{
    public async Task<Reporting> Execute(Viewer viewer, long messageId, ReportReason? reason, string? explanation, CancellationToken stop = default)
    {
        var words = VisibleText.Block(explanation ?? "");
        var message = await Reportable(viewer).AsNoTracking().SingleOrDefaultAsync(m => m.Id == messageId, stop);
        if (message is null) return Reporting.NotFound;
        if (reason is not { } why || words.Length > Report.MaxExplanation) return Reporting.Invalid;
        if (await db.ReportsBy(viewer).AnyAsync(r => r.MessageId == messageId, stop)) return Reporting.Reported;
        var over = await db.FirstMessages.Where(f => f.MessageId == messageId).Select(f => f.Reason).SingleOrDefaultAsync(stop);
        db.Add(new Report
        {
            ReporterId = viewer.Id, AuthorId = message.SenderId, MessageId = messageId, Text = over is null ? message.Body : $"{over}\n\n{message.Body}", PictureId = message.PictureId,
            Reason = why, Explanation = words, At = clock.GetCurrentInstant(),
        });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            // Sent twice at once: one is enough.
        }
        return Reporting.Reported;
    }

    /// <summary>What others wrote and the viewer may read.</summary>
    public IQueryable<Message> Reportable(Viewer viewer) => db.MessagesFor(viewer).Where(m => m.SenderId != viewer.Id && m.Kind == MessageKind.Text && m.RemovedAt == null);
}
