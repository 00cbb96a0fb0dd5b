namespace Gilde.Web.Imports;

public static class StagedImportScopes
{
    /// <summary>What the viewer has uploaded and not yet decided on.</summary>
    public static IQueryable<StagedImport> WaitingFor(this IQueryable<StagedImport> imports, Viewer viewer, Instant now) =>
        imports.Where(i => i.MemberId == viewer.Id && i.ExpiresAt > now);
}
