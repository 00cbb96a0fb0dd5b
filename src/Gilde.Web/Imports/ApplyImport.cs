using Gilde.Web.Imports.AddressBook;

namespace Gilde.Web.Imports;

public enum PeopleChoice { None, All, Ticked }

public sealed record ImportChoice(IReadOnlySet<ProfilePiece> Pieces, PeopleChoice People);

/// <param name="Profile">So many things of the profile were added or changed.</param>
public sealed record AppliedImport(int Profile, KeptPeople People);

/// <summary>Takes what the member chose from their staged import, all of it in one transaction, and drops the rest.</summary>
public sealed class ApplyImport(GildeDb db, IClock clock, FillProfile profile, KeepPeople keep)
{
    /// <returns>Null when nothing waits.</returns>
    public Task<AppliedImport?> Execute(Viewer viewer, ImportChoice choice, CancellationToken stop = default) => db.Atomically(async () =>
    {
        var staged = await db.StagedImports.AsNoTracking().WaitingFor(viewer, clock.GetCurrentInstant()).SingleOrDefaultAsync(stop);
        if (staged is null)
            return null;
        // First of all: of two that come at once the second waits here, then finds nothing, and nothing is taken twice.
        if (await db.StagedImports.Where(i => i.MemberId == viewer.Id && i.ReadAt == staged.ReadAt).ExecuteDeleteAsync(stop) == 0)
            return null;
        var content = staged.Content();
        var filled = await profile.Execute(viewer, content, choice.Pieces, stop);
        var people = choice.People switch
        {
            PeopleChoice.None => [],
            PeopleChoice.All => content.People,
            PeopleChoice.Ticked => content.People.Where((_, n) => !staged.IsLeftOut(n)),
        };
        var kept = await keep.Execute(viewer, people, stop);
        return new AppliedImport(filled, kept);
    }, stop);
}
