namespace Gilde.Web.Moderation;

public enum CaseShow { Open, Appealed, Decided }

/// <summary>The moderators' queue.</summary>
internal static class QueueScopes
{
    private const int EarlierShown = 10;

    /// <summary>The cases of one tab in their order: open ones by waiting time, decided ones newest first. <paramref name="after"/> is the key of the last one seen.</summary>
    public static async Task<(List<CaseRow> Rows, long? Next)> CasesToReview(this GildeDb db, Viewer moderator, CaseShow show, CaseKind? kind, long? after, int take, CancellationToken stop)
    {
        var cases = db.CasesFor(moderator).Where(c => kind == null || c.Kind == kind);
        cases = show switch
        {
            CaseShow.Open => cases.Where(c => c.DecisionId == null && (after == null || c.Id > after)).OrderBy(c => c.Id),
            CaseShow.Appealed => cases.Where(c => db.Appeals.Any(a => a.DecisionId == c.DecisionId && !db.AppealAnswers.Any(x => x.AppealId == a.Id)) && (after == null || c.Id > after)).OrderBy(c => c.Id),
            _ => cases.Where(c => c.DecisionId != null && (after == null || c.DecisionId < after)).OrderByDescending(c => c.DecisionId),
        };
        var rows = await db.RowsOf(cases).Take(take + 1).ToListAsync(stop);
        if (rows.Count <= take) return (await db.WithReasons(rows, stop), null);
        rows.RemoveAt(take);
        return (await db.WithReasons(rows, stop), show == CaseShow.Decided ? rows[^1].DecisionId : rows[^1].Id);
    }

    public static async Task<CaseView?> CaseToReview(this GildeDb db, Viewer moderator, long id, CancellationToken stop)
    {
        if (await db.CasesFor(moderator).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } about) return null;
        var row = (await db.WithReasons(await db.RowsOf(db.Cases.Where(c => c.Id == id)).ToListAsync(stop), stop))[0];
        var earlier = db.Cases.Where(c => c.Id != id && c.DecisionId != null && (row.AuthorId != null ? c.AuthorId == row.AuthorId : c.Kind == row.Kind && c.ObjectId == row.ObjectId)).OrderByDescending(c => c.DecisionId);
        return new CaseView(row, await db.Thing(row.Kind, row.ObjectId, stop), await db.ReportsToReview(id, stop), await db.DecisionsToReview(moderator, about, stop), await db.RowsOf(earlier).Take(EarlierShown).ToListAsync(stop));
    }

    private static IQueryable<CaseRow> RowsOf(this GildeDb db, IQueryable<Case> cases) =>
        from c in cases
        from author in db.Members.Where(m => m.Id == c.AuthorId).DefaultIfEmpty()
        from d in db.Decisions.Where(d => d.Id == c.DecisionId).DefaultIfEmpty()
        from decider in db.Members.Where(m => m.Id == d.ById).DefaultIfEmpty()
        select new CaseRow
        {
            Id = c.Id,
            Kind = c.Kind,
            ObjectId = c.ObjectId,
            OpenedAt = c.OpenedAt,
            Reports = c.Reports,
            Words = db.Reports.Where(r => r.CaseId == c.Id).OrderByDescending(r => r.Id).Select(r => r.Text).FirstOrDefault() ?? "",
            AuthorId = c.AuthorId,
            Author = c.Kind == CaseKind.Group ? db.Groups.Where(g => g.Id == c.ObjectId).Select(g => g.Name).FirstOrDefault() : author.Name,
            AuthorHandle = author.Handle,
            AuthorPictureId = author.PictureId,
            AuthorDecisions = db.Cases.Count(o => o.AuthorId == c.AuthorId && o.Id != c.Id && db.Decisions.Any(x => x.Id == o.DecisionId && x.Outcome != Outcome.Dismissed)),
            DecisionId = c.DecisionId,
            Outcome = d == null ? null : d.Outcome,
            DecidedAt = d == null ? null : d.At,
            DecidedBy = decider.Name,
            IsAppealed = db.Appeals.Any(a => a.DecisionId == c.DecisionId && !db.AppealAnswers.Any(x => x.AppealId == a.Id)),
            IsOpenAgain = c.DecisionId == null && db.Decisions.Any(x => x.CaseId == c.Id),
        };

    private static async Task<List<CaseRow>> WithReasons(this GildeDb db, List<CaseRow> rows, CancellationToken stop)
    {
        var ids = rows.ConvertAll(r => r.Id);
        var reasons = (await db.Reports.Where(r => ids.Contains(r.CaseId)).Select(r => new { r.CaseId, r.Reason }).Distinct().ToListAsync(stop)).ToLookup(r => r.CaseId, r => r.Reason);
        return rows.ConvertAll(r => r with { Reasons = reasons[r.Id].Order().ToList() });
    }

    private static async Task<List<CaseReport>> ReportsToReview(this GildeDb db, long caseId, CancellationToken stop)
    {
        var reports = await (from r in db.Reports
                             from m in db.Members.Where(m => m.Id == r.ReporterId).DefaultIfEmpty()
                             where r.CaseId == caseId
                             orderby r.Id
                             select new CaseReport
                             {
                                 Id = r.Id, At = r.At, Reason = r.Reason, Explanation = r.Explanation, Text = r.Text, Reporter = m.Name, ReporterHandle = m.Handle, IsFromOutside = r.IsFromOutside, OutsideName = r.ReporterName, OutsideEmail = r.ReporterEmail,
                             }).ToListAsync(stop);
        var ids = reports.ConvertAll(r => r.Id);
        var pictures = (await db.ReportPictures.Where(p => ids.Contains(p.ReportId)).OrderBy(p => p.PictureId).ToListAsync(stop)).ToLookup(p => p.ReportId, p => p.PictureId);
        return reports.ConvertAll(r => r with { Pictures = pictures[r.Id].ToList() });
    }

    private static async Task<List<CaseDecision>> DecisionsToReview(this GildeDb db, Viewer moderator, Case about, CancellationToken stop)
    {
        var decisions = await (from d in db.Decisions.AsNoTracking() from m in db.Members.Where(m => m.Id == d.ById).DefaultIfEmpty() where d.CaseId == about.Id orderby d.Id select new { d, By = m.Name }).ToListAsync(stop);
        var ids = decisions.ConvertAll(x => x.d.Id);
        var appeals = (await (from a in db.Appeals.AsNoTracking()
                              from x in db.AppealAnswers.Where(x => x.AppealId == a.Id).DefaultIfEmpty()
                              from m in db.Members.Where(m => m.Id == x.ById).DefaultIfEmpty()
                              where ids.Contains(a.DecisionId)
                              orderby a.Id
                              select new
                              {
                                  a.DecisionId,
                                  a.ReportId,
                                  Appeal = new CaseAppeal(a.Id, a.ReportId != null, a.Text, a.At, x == null ? null : x.Outcome, x.Statement, m.Name, x == null ? null : x.At),
                              }).ToListAsync(stop)).ToLookup(x => x.DecisionId);
        var made = new List<CaseDecision>();
        foreach (var x in decisions)
        {
            var against = new List<CaseAppeal>();
            foreach (var a in appeals[x.d.Id]) against.Add(a.Appeal.Outcome is null ? a.Appeal with { Hindrance = await db.WhyNotAnswer(moderator, about, x.d.ById, a.ReportId, stop) } : a.Appeal);
            made.Add(new(x.d, x.By, against));
        }
        return made;
    }
}
