using Gilde.Web.Contacts;
using Gilde.Web.Imports.AddressBook;
using Gilde.Web.Profiles;

namespace Gilde.Web.Home.Welcome;

/// <summary>How far a member is with the first page: each step done, skipped or open; and the people to begin with.</summary>
public sealed record WelcomeView(string Name, string Headline, IReadOnlySet<WelcomeStep> Done, IReadOnlySet<WelcomeStep> Skipped, WelcomeStep? Current, IReadOnlyList<Person> People)
{
    private const int MostPeople = 5;

    public bool IsOpen(WelcomeStep step) => !Done.Contains(step) && !Skipped.Contains(step);

    /// <param name="wanted">The step that the member opened; without it the first that is neither done nor skipped.</param>
    public static async Task<WelcomeView> Load(GildeDb db, Viewer viewer, Acquaintances acquaintances, WelcomeStep? wanted, CancellationToken stop)
    {
        var me = await db.Me(viewer, stop);
        var dismissed = await db.DismissedHints.Where(h => h.MemberId == viewer.Id).Select(h => h.Hint).ToListAsync(stop);
        var connected = await db.ContactsOf(viewer).AnyAsync(stop);
        var done = new HashSet<WelcomeStep>();
        if (me.Headline.Length > 0) done.Add(WelcomeStep.Line);
        if (me.PictureId is not null) done.Add(WelcomeStep.Picture);
        if (await db.AddressBookOf(viewer).AnyAsync(stop)) done.Add(WelcomeStep.Contacts);
        if (connected || await db.RequestsFrom(viewer).AnyAsync(stop)) done.Add(WelcomeStep.People);
        var skipped = Enum.GetValues<WelcomeStep>().Where(s => !done.Contains(s) && dismissed.Contains(s.Hint())).ToHashSet();
        var open = Enum.GetValues<WelcomeStep>().Cast<WelcomeStep?>().FirstOrDefault(s => !done.Contains(s!.Value) && !skipped.Contains(s.Value));
        var current = wanted ?? open;
        return new WelcomeView(me.Name, me.Headline, done, skipped, current, current == WelcomeStep.People ? await Suggest(db, viewer, acquaintances, stop) : []);
    }

    /// <summary>Those who have each other in their address books first, then the newest.</summary>
    private static async Task<IReadOnlyList<Person>> Suggest(GildeDb db, Viewer viewer, Acquaintances acquaintances, CancellationToken stop)
    {
        var known = await acquaintances.Of(viewer, stop);
        return [.. known.Concat(await db.Newest(viewer).Take(MostPeople).ToListAsync(stop)).DistinctBy(p => p.Id).Take(MostPeople)];
    }
}
