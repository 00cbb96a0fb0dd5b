using Gilde.Web.Follows;
using Gilde.Web.Formats;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;
using Gilde.Web.Setup;

namespace Gilde.Web.Feeds;

/// <summary>Makes the feeds of public profiles, public groups and tags. Null where there is none, or none for who asks.</summary>
public sealed class PublicFeeds(GildeDb db, Settings settings, TheNetwork network)
{
    /// <summary>How many posts a feed holds.</summary>
    public const int Size = 30;

    private Uri Site => settings.Address;

    public async Task<FeedDocument?> OfAuthor(Viewer viewer, string handle, CancellationToken stop)
    {
        var open = db.ProfilesVisibleTo(PublicPostScopes.Everybody);
        var author = await db.ProfilesVisibleTo(viewer).Where(m => m.Handle == handle && open.Any(o => o.Id == m.Id)).Select(m => new { m.Id, m.Name, m.Headline, m.JoinedAt }).SingleOrDefaultAsync(stop);
        return author is null ? null : await Feed(viewer, author.Name, author.Headline, "/@" + handle, author.JoinedAt, db.PublicPostsBy(viewer, author.Id), stop);
    }

    public async Task<FeedDocument?> OfGroup(Viewer viewer, string slug, CancellationToken stop)
    {
        var group = await db.PublicGroups(viewer).Where(g => g.Slug == slug).Select(g => new { g.Id, g.Name, g.Summary, g.CreatedAt }).SingleOrDefaultAsync(stop);
        return group is null ? null : await Feed(viewer, group.Name, group.Summary, "/groups/" + slug, group.CreatedAt, db.PublicPostsIn(viewer, group.Id), stop);
    }

    /// <summary>A tag under which everybody may read nothing is one that nobody uses.</summary>
    public async Task<FeedDocument?> UnderTag(Viewer viewer, string name, CancellationToken stop)
    {
        var key = TalkText.TagKey(name);
        if (await db.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, stop) is not { } tag) return null;
        var feed = await Feed(viewer, "#" + tag.Name, "", "/tags/" + Uri.EscapeDataString(key), Instant.FromUnixTimeSeconds(0), db.PublicPostsUnder(viewer, tag.Id), stop);
        return feed.Entries.Count == 0 ? null : feed;
    }

    private async Task<FeedDocument> Feed(Viewer viewer, string title, string description, string path, Instant since, IQueryable<long> posts, CancellationToken stop)
    {
        var ids = await posts.Take(Size).ToListAsync(stop);
        var tags = await db.TagsOf(ids, stop);
        // As everybody gets them, since what a post shares may be for fewer; and nothing of whom this reader does not hear.
        var silence = await db.SilenceOf(viewer, stop);
        var entries = (await PostViews.Load(db, PublicPostScopes.Everybody, ids, stop)).Where(p => !silence.Covers(p.AuthorId))
            .Select(p => FeedEntries.Of(p.Shared is { } shared && silence.Covers(shared.AuthorId) ? p with { Shared = null } : p, Site, tags[p.Id])).ToList();
        var page = new Uri(Site, path);
        return new FeedDocument($"{title} · {network.Face.Name}", description, page, page, network.Language.Code(), entries.Select(e => e.Updated).Append(since).Max(), entries);
    }
}
