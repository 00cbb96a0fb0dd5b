using Gilde.Web.Accounts;
using Gilde.Web.Groups;

namespace Gilde.Web.Moderation;

/// <summary>Decisions for those whom they concern, and for those who reported.</summary>
internal static class DecisionScopes
{
    /// <summary>What was done about what the viewer wrote or is, or about a group that they own.</summary>
    public static IQueryable<Decision> DecisionsAbout(this GildeDb db, Viewer viewer) =>
        from d in db.Decisions
        join c in db.Cases on d.CaseId equals c.Id
        where d.Outcome != Outcome.Dismissed && viewer.Id != 0
            && (c.AuthorId == viewer.Id || (c.Kind == CaseKind.Group && db.GroupMembers.Any(m => m.GroupId == c.ObjectId && m.MemberId == viewer.Id && m.Role == GroupRole.Owner)))
        select d;

    public static IQueryable<OwnDecision> OwnDecisions(this GildeDb db, Viewer viewer) =>
        from d in db.DecisionsAbout(viewer)
        join c in db.Cases on d.CaseId equals c.Id
        from a in db.Appeals.Where(a => a.DecisionId == d.Id && a.ReportId == null).DefaultIfEmpty()
        from answer in db.AppealAnswers.Where(x => x.AppealId == a.Id).DefaultIfEmpty()
        orderby d.Id descending
        select new OwnDecision(d.Id, c.Kind, d.Outcome, d.At, a == null ? null : a.At, answer == null ? null : answer.Outcome);

    /// <summary>Why the viewer's own post or comment is hidden from others or was removed; null if no moderator did it.</summary>
    public static Task<long?> DecisionOn(this GildeDb db, Viewer viewer, CaseKind kind, long objectId, CancellationToken stop) =>
        (from d in db.DecisionsAbout(viewer) join c in db.Cases on d.CaseId equals c.Id where c.Kind == kind && c.ObjectId == objectId orderby d.Id descending select (long?)d.Id).FirstOrDefaultAsync(stop);

    /// <summary>Another decision hides the same thing and was not reversed.</summary>
    public static Task<bool> IsHiddenBesides(this GildeDb db, Case about, Decision decision, CancellationToken stop) =>
        (from d in db.Decisions
         join c in db.Cases on d.CaseId equals c.Id
         where c.Kind == about.Kind && c.ObjectId == about.ObjectId && d.Id != decision.Id && d.Outcome == Outcome.Hidden
             && !db.Appeals.Any(a => a.DecisionId == d.Id && db.AppealAnswers.Any(x => x.AppealId == a.Id && x.Outcome == AppealOutcome.Reversed))
         select d).AnyAsync(stop);

    /// <summary>What the viewer has reported.</summary>
    public static IQueryable<Report> ReportsBy(this GildeDb db, Viewer viewer) => db.Reports.Where(r => r.ReporterId == viewer.Id && viewer.Id != 0);

    public static IQueryable<OwnReport> OwnReports(this GildeDb db, Viewer viewer) =>
        from r in db.ReportsBy(viewer)
        join c in db.Cases on r.CaseId equals c.Id
        orderby r.Id descending
        select new OwnReport(r.Id, c.Kind, r.Reason, r.At, db.Decisions.Where(d => d.Id == c.DecisionId).Select(d => (Outcome?)d.Outcome).FirstOrDefault(), db.Appeals.Any(a => a.ReportId == r.Id && a.DecisionId == c.DecisionId));

    /// <summary>The decision about one of the viewer's reports, once there is one.</summary>
    public static async Task<DecisionKey?> KeyOfReport(this GildeDb db, Viewer viewer, long reportId, CancellationToken stop) =>
        await (from r in db.ReportsBy(viewer) join c in db.Cases on r.CaseId equals c.Id where r.Id == reportId && c.DecisionId != null select new DecisionKey(c.DecisionId!.Value, r.Id)).SingleOrDefaultAsync(stop);

    /// <summary>What the link in a letter opens.</summary>
    public static async Task<DecisionKey?> KeyOfLink(this GildeDb db, string token, Instant now, CancellationToken stop)
    {
        if (token.Length != 64) return null;
        var hash = Sessions.Hash(token);
        return await db.DecisionLinks.Where(l => l.TokenHash == hash && l.ExpiresAt > now).Select(l => new DecisionKey(l.DecisionId, l.ReportId)).SingleOrDefaultAsync(stop);
    }

    /// <summary>A link for a letter; the database knows its hash alone.</summary>
    public static string NewDecisionLink(this GildeDb db, IClock clock, long decisionId, long? reportId)
    {
        var token = Links.NewToken();
        db.Add(new DecisionLink { DecisionId = decisionId, ReportId = reportId, TokenHash = Sessions.Hash(token), ExpiresAt = clock.GetCurrentInstant() + DecisionLink.Lifetime });
        return token;
    }

    /// <summary>Whether a moderator of the network archived the group and no appeal against that has succeeded.</summary>
    public static Task<bool> IsArchivedByDecision(this GildeDb db, long groupId, CancellationToken stop) =>
        (from d in db.Decisions join c in db.Cases on d.CaseId equals c.Id where c.Kind == CaseKind.Group && c.ObjectId == groupId && d.Outcome == Outcome.Archived select d.Id)
            .AnyAsync(id => !db.Appeals.Any(a => a.DecisionId == id && db.AppealAnswers.Any(x => x.AppealId == a.Id && x.Outcome == AppealOutcome.Reversed)), stop);

    public static IQueryable<DecisionLink> ExpiredDecisionLinks(this GildeDb db, Instant now) => db.DecisionLinks.Where(l => l.ExpiresAt < now);

    /// <summary>The decision that keeps a member out, for a link at sign-in.</summary>
    public static Task<long?> SuspensionDecision(this GildeDb db, long memberId, CancellationToken stop = default) =>
        (from s in db.Suspensions join c in db.Cases on s.MemberId equals c.AuthorId join d in db.Decisions on c.Id equals d.CaseId where s.MemberId == memberId && d.At == s.At select (long?)d.Id).FirstOrDefaultAsync(stop);

    /// <summary>One can appeal against it from this side: those concerned against what was done, who reported against nothing being done.</summary>
    public static Task<Decision?> AppealableDecision(this GildeDb db, DecisionKey mine, CancellationToken stop)
    {
        var reporters = mine.ReportId != null;
        return db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == mine.DecisionId && (d.Outcome == Outcome.Dismissed) == reporters, stop);
    }

    public static Task<bool> HasAppealed(this GildeDb db, DecisionKey mine, CancellationToken stop) => db.Appeals.AnyAsync(a => a.DecisionId == mine.DecisionId && a.ReportId == mine.ReportId, stop);

    public static Task<DecisionView?> View(this GildeDb db, DecisionKey mine, CancellationToken stop) =>
        (from d in db.Decisions
         join c in db.Cases on d.CaseId equals c.Id
         from a in db.Appeals.Where(a => a.DecisionId == d.Id && a.ReportId == mine.ReportId).DefaultIfEmpty()
         from answer in db.AppealAnswers.Where(x => x.AppealId == a.Id).DefaultIfEmpty()
         where d.Id == mine.DecisionId
         select new DecisionView
         {
             Id = d.Id,
             ReportId = mine.ReportId,
             Kind = c.Kind,
             GroupName = c.Kind == CaseKind.Group ? db.Groups.Where(g => g.Id == c.ObjectId).Select(g => g.Name).FirstOrDefault() : null,
             Outcome = d.Outcome,
             Ground = mine.ReportId == null ? d.Ground : null,
             Reference = mine.ReportId == null ? d.Reference : "",
             Facts = mine.ReportId == null ? d.Facts : "",
             At = d.At,
             Until = mine.ReportId == null ? d.Until : null,
             IsOnReport = c.Reports > 0,
             Words = db.Reports.Where(r => r.CaseId == c.Id && (mine.ReportId == null || r.Id == mine.ReportId)).OrderByDescending(r => r.Id).Select(r => r.Text).FirstOrDefault() ?? "",
             AppealText = a.Text,
             AppealedAt = a == null ? null : a.At,
             AppealOutcome = answer == null ? null : answer.Outcome,
             AppealStatement = answer.Statement,
             IsAnsweredBySame = answer != null && d.ById == answer.ById,
         }).SingleOrDefaultAsync(stop);
}
