using Gilde.Web.Groups;

namespace Gilde.Web.Moderation;

/// <summary>Cases and what belongs to them, for the operations on them.</summary>
internal static class CaseScopes
{
    public static Task<Case?> OpenCaseOf(this GildeDb db, CaseKind kind, long objectId, CancellationToken stop) =>
        db.Cases.SingleOrDefaultAsync(c => c.Kind == kind && c.ObjectId == objectId && c.DecisionId == null, stop);

    /// <summary>Without what is the moderator's own matter: what they wrote or are, and the groups that they run. That they neither read nor decide.</summary>
    public static IQueryable<Case> CasesFor(this GildeDb db, Viewer moderator) =>
        db.Cases.Where(c => c.AuthorId != moderator.Id && !(c.Kind == CaseKind.Group && db.GroupMembers.Any(m => m.GroupId == c.ObjectId && m.MemberId == moderator.Id && m.Role >= GroupRole.Moderator)));

    public static Task<Case?> OpenCase(this GildeDb db, Viewer moderator, long id, CancellationToken stop) => db.CasesFor(moderator).SingleOrDefaultAsync(c => c.Id == id && c.DecisionId == null, stop);

    public static Task<bool> HasReported(this GildeDb db, Viewer viewer, CaseKind kind, long objectId, CancellationToken stop) =>
        (from r in db.Reports join c in db.Cases on r.CaseId equals c.Id where r.ReporterId == viewer.Id && c.Kind == kind && c.ObjectId == objectId select r).AnyAsync(stop);

    /// <summary>An appeal that nobody has answered yet, with what it is about.</summary>
    public static async Task<(Appeal Appeal, Decision Decision, Case Case)?> OpenAppeal(this GildeDb db, Viewer moderator, long id, CancellationToken stop)
    {
        var found = await (from a in db.Appeals
                           join d in db.Decisions on a.DecisionId equals d.Id
                           join c in db.CasesFor(moderator) on d.CaseId equals c.Id
                           where a.Id == id && !db.AppealAnswers.Any(x => x.AppealId == a.Id)
                           select new { a, d, c }).SingleOrDefaultAsync(stop);
        return found is null ? null : (found.a, found.d, found.c);
    }

    /// <summary>Moderators and operators who could decide in the place of this one: it is not their own matter either.</summary>
    public static IQueryable<long> DecidersBeside(this GildeDb db, Viewer moderator, Case about)
    {
        var (author, group) = (about.AuthorId ?? 0, about.Kind == CaseKind.Group ? about.ObjectId : 0);
        return db.RoleGrants.Where(g => g.MemberId != moderator.Id && g.MemberId != author && db.Members.Any(m => m.Id == g.MemberId && m.ActiveSince != null && m.SuspendedAt == null)
            && !db.GroupMembers.Any(m => m.GroupId == group && m.MemberId == g.MemberId && m.Role >= GroupRole.Moderator)).Select(g => g.MemberId);
    }

    /// <summary>Who has decided a case, when it was opened again.</summary>
    public static IQueryable<long?> DecidersOf(this GildeDb db, long caseId) => db.Decisions.Where(d => d.CaseId == caseId).Select(d => d.ById);

    /// <summary>Whose report was dismissed; null where the person concerned appeals.</summary>
    public static Task<long?> Appellant(this GildeDb db, long? reportId, CancellationToken stop) => db.Reports.Where(r => r.Id == reportId).Select(r => r.ReporterId).SingleOrDefaultAsync(stop);

    /// <summary>To whom a decision is told: who wrote the thing, or the owners of the group.</summary>
    public static Task<List<Addressee>> Concerned(this GildeDb db, Case about, CancellationToken stop) =>
        (from a in db.Users
         join m in db.Members on a.Id equals m.Id
         where a.Email != null && (about.Kind == CaseKind.Group ? db.GroupMembers.Any(g => g.GroupId == about.ObjectId && g.MemberId == m.Id && g.Role == GroupRole.Owner) : m.Id == about.AuthorId)
         select new Addressee(a.Email!, m.Name, m.Language, m.TimeZone)).ToListAsync(stop);

    public static Task<List<Report>> ReportsIn(this GildeDb db, long caseId, CancellationToken stop) => db.Reports.AsNoTracking().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).ToListAsync(stop);

    /// <summary>To whom an answer to a report goes: the member, or the address that somebody outside gave; null if there is none.</summary>
    public static async Task<Addressee?> ReporterOf(this GildeDb db, Report report, CancellationToken stop)
    {
        if (report.ReporterId is { } id)
            return await (from a in db.Users join m in db.Members on a.Id equals m.Id where a.Id == id && a.Email != null && m.ActiveSince != null select new Addressee(a.Email!, m.Name, m.Language, m.TimeZone)).SingleOrDefaultAsync(stop);
        return report.ReporterEmail.Length > 0 ? new Addressee(report.ReporterEmail, report.ReporterName, report.ReporterLanguage) : null;
    }

    /// <summary>
    /// A member is erased: what they wrote is gone from the cases about them, and the links to those. That there were reports and decisions stays, for the figures of the year.
    /// </summary>
    public static async Task ForgetInCases(this GildeDb db, long memberId)
    {
        var cases = db.Cases.Where(c => c.AuthorId == memberId).Select(c => c.Id);
        var decisions = db.Decisions.Where(d => cases.Contains(d.CaseId)).Select(d => d.Id);
        var appeals = db.Appeals.Where(a => decisions.Contains(a.DecisionId)).Select(a => a.Id);
        await db.DecisionLinks.Where(l => l.ReportId == null && decisions.Contains(l.DecisionId)).ExecuteDeleteAsync();
        await db.AppealAnswers.Where(a => appeals.Contains(a.AppealId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Statement, ""));
        await db.Appeals.Where(a => decisions.Contains(a.DecisionId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Text, ""));
        await db.Decisions.Where(d => cases.Contains(d.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(d => d.Facts, "").SetProperty(d => d.Kept, ""));
        await db.Reports.Where(r => cases.Contains(r.CaseId)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Text, ""));
        // What nobody can be asked about any more waits for nobody.
        await db.Cases.Where(c => c.AuthorId == memberId && c.DecisionId == null).ExecuteDeleteAsync();
    }
}

/// <summary>To whom a letter about a decision goes; days in it are by their own clock.</summary>
public sealed record Addressee(string Email, string Name, Language Language, string TimeZone = "Europe/Berlin")
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc;
}
