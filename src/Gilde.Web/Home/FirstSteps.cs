using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Profiles;

namespace Gilde.Web.Home;

public sealed record FirstStep(string Text, string Href, bool Done);

/// <summary>What a new member does first; gone once nearly all is done or the member has put it away.</summary>
public static class FirstSteps
{
    public static async Task<IReadOnlyList<FirstStep>> For(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        var t = viewer.T;
        var introduced = profile.Headline.Length > 0 || profile.Positions.Count > 0;
        var exchanging = profile.Offers.Count + profile.Seeks.Count > 0;
        var connected = await db.ContactsOf(viewer).AnyAsync(stop);
        var asked = connected || await db.RequestsFrom(viewer).AnyAsync(stop);
        var talked = connected && await db.ConversationsOf(viewer).AnyAsync(stop);
        bool[] done = [introduced, profile.Picture is not null, exchanging, asked, talked];
        // A list of which one step is open says no more than the hint on the profile does.
        if (done.Count(d => !d) < 2) return [];
        var dismissed = await db.DismissedHints.Where(h => h.MemberId == viewer.Id).Select(h => h.Hint).ToListAsync(stop);
        if (dismissed.Contains(DismissedHint.GettingStarted)) return [];
        (string? Hint, FirstStep Step)[] steps =
        [
            (DismissedHint.Headline, new(t["Say in one line what you do"], "/settings/profile/name", introduced)),
            (DismissedHint.Picture, new(t["Add a picture"], "/settings/profile/picture", profile.Picture is not null)),
            (null, new(t["Say what you offer and what you seek"], exchanging || profile.Offers.Count > 0 ? "/settings/profile/seeks" : "/settings/profile/offers", exchanging)),
            (DismissedHint.FindPeople, new(t["Ask somebody you know for contact"], "/search", asked)),
            (null, new(t["Write your first message"], "/messages/new", talked)),
        ];
        // What was left out on the first page is not asked for again here.
        return [.. steps.Where(s => s.Step.Done || s.Hint is null || !dismissed.Contains(s.Hint)).Select(s => s.Step)];
    }
}
