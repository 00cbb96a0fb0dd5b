using Gilde.Web.Contacts;
using Gilde.Web.Conversations;
using Gilde.Web.Introductions;
using Gilde.Web.Introductions.Asking;
using Gilde.Web.Profiles;

namespace Gilde.Web.Home;

/// <summary>What a member's home page shows.</summary>
public sealed record HomeView(
    Instant Now, IReadOnlyList<FirstStep> Steps, IReadOnlyList<RequestRow> Requests, ListPage<HandRow> Introductions, IReadOnlyList<ConversationRow> Unread,
    string Place, IReadOnlyList<Person> Neighbours, IReadOnlyList<Person> Newest)
{
    private const int Waiting = 3, People = 5;

    public bool NothingWaits => Requests.Count + Introductions.Rows.Count + Unread.Count == 0;

    public static async Task<HomeView> Load(GildeDb db, Viewer viewer, ProfileShelf shelf, IntroductionLists introductions, Degrees degrees, Instant now, CancellationToken stop)
    {
        var profile = await shelf.Own(db, viewer, stop: stop);
        var unread = db.ConversationsOf(viewer).Where(p => p.Unread > 0 && p.MutedAt == null && p.LeftAt == null && p.PutAwayAt == null);
        var home = new HomeView(
            now,
            await FirstSteps.For(db, viewer, profile, stop),
            viewer.Badges.ContactRequests == 0 ? [] : (await RequestList.To(db, viewer, null, Waiting, stop)).Rows,
            viewer.Badges.Introductions == 0 ? ListPage<HandRow>.Empty : await introductions.Waiting(viewer, null, Waiting, stop),
            viewer.Badges.UnreadConversations == 0 ? [] : await db.ConversationRows(viewer, unread.OrderByDescending(p => p.LastMessageId).Take(Waiting)).OrderByDescending(r => r.LastMessageId).ToListAsync(stop),
            profile.Place,
            profile.Place.Length == 0 ? [] : await db.Neighbours(viewer, profile.Place, profile.Country).Take(People).ToListAsync(stop),
            await db.Newest(viewer).Take(People).ToListAsync(stop));
        return home.Marked(degrees.Near(viewer, home.Requests.Select(r => r.Who).Concat(home.Neighbours).Concat(home.Newest).Select(p => p.Id)));
    }

    private HomeView Marked(IReadOnlyDictionary<long, byte> near) => this with
    {
        Requests = new FoundRequests(Requests, null).Marked(near).Rows,
        Neighbours = [.. Neighbours.Select(p => p with { Degree = near[p.Id] })],
        Newest = [.. Newest.Select(p => p with { Degree = near[p.Id] })],
    };

    /// <summary>"Good morning" by the viewer's own clock.</summary>
    public string Greeting(Viewer viewer) => Now.InZone(viewer.Zone).Hour switch
    {
        >= 4 and < 11 => viewer.T["Good morning, {0}", viewer.Name],
        >= 11 and < 18 => viewer.T["Hello, {0}", viewer.Name],
        _ => viewer.T["Good evening, {0}", viewer.Name],
    };
}
