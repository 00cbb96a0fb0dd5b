namespace Gilde.Web.Moderation;

public enum Reporting { Reported, NotFound, Invalid }

/// <summary>Somebody reports a thing that they may see: once; nobody but moderators learns who it was. All reports of a thing that are not decided yet are one case.</summary>
public sealed class ReportThing(GildeDb db, IClock clock)
{
    public Task<Reporting> Execute(Viewer viewer, CaseKind kind, long id, ReportInput input, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.Reportable(viewer, kind, id, stop) is not { } thing) return Reporting.NotFound;
        if (input.Check(viewer).Any) return Reporting.Invalid;
        if (viewer.IsMember && await db.HasReported(viewer, kind, id, stop)) return Reporting.Reported;
        var now = clock.GetCurrentInstant();
        var open = await db.OpenCaseOf(kind, id, stop) ?? db.Add(new Case { Kind = kind, ObjectId = id, AuthorId = thing.AuthorId, OpenedAt = now }).Entity;
        open.Reports++;
        await db.SaveChangesAsync(stop);
        var report = db.Add(new Report
        {
            CaseId = open.Id, Text = thing.Text, Reason = input.Reason!.Value, Explanation = input.Explanation, At = now, ReporterLanguage = viewer.Language, IsFromOutside = !viewer.IsMember,
            ReporterId = viewer.IsMember ? viewer.Id : null, ReporterName = viewer.IsMember ? "" : input.Name, ReporterEmail = viewer.IsMember ? "" : input.Email,
        }).Entity;
        await db.SaveChangesAsync(stop);
        db.AddRange(thing.Pictures.Select(p => new ReportPicture { ReportId = report.Id, PictureId = p }));
        await db.SaveChangesAsync(stop);
        return Reporting.Reported;
    }, stop);
}
