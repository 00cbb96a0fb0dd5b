using Gilde.Web.Formats;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Feeds;

internal enum SiteKind { Profiles, Groups, Posts }

/// <summary>The pages that search engines may list: profiles whose owners let them, public groups, public posts of those owners. In parts by id, so that a part stays the same while others grow.</summary>
internal static class SiteScopes
{
    /// <summary>Ids in a part; at most so many pages. The protocol allows 50,000.</summary>
    public const int PartSize = 10_000;

    public static async Task<List<(SiteKind Kind, long Part)>> SiteParts(this GildeDb db, CancellationToken stop) =>
    [
        .. (await db.Listed().Select(m => m.Id / PartSize).Distinct().OrderBy(p => p).ToListAsync(stop)).Select(p => (SiteKind.Profiles, p)),
        .. (await db.PublicGroups(PublicPostScopes.Everybody).Select(g => g.Id / PartSize).Distinct().OrderBy(p => p).ToListAsync(stop)).Select(p => (SiteKind.Groups, p)),
        .. (await db.ListedPosts().Select(p => p.Id / PartSize).Distinct().OrderBy(p => p).ToListAsync(stop)).Select(p => (SiteKind.Posts, p)),
    ];

    public static async Task<List<SitePage>> SitePages(this GildeDb db, SiteKind kind, long part, Uri site, CancellationToken stop)
    {
        var (from, to) = (part * PartSize, (part + 1) * PartSize);
        return kind switch
        {
            SiteKind.Profiles => (await db.Listed().Where(m => m.Id >= from && m.Id < to).OrderBy(m => m.Id).Select(m => m.Handle).ToListAsync(stop)).ConvertAll(h => new SitePage(new Uri(site, "/@" + h), null)),
            SiteKind.Groups => (await db.PublicGroups(PublicPostScopes.Everybody).Where(g => g.Id >= from && g.Id < to).OrderBy(g => g.Id).Select(g => new { g.Slug, g.ActiveAt }).ToListAsync(stop)).ConvertAll(g => new SitePage(new Uri(site, "/groups/" + g.Slug), g.ActiveAt)),
            SiteKind.Posts => (await db.ListedPosts().Where(p => p.Id >= from && p.Id < to).OrderBy(p => p.Id).Select(p => new { p.Id, At = p.EditedAt ?? p.PublishedAt }).ToListAsync(stop)).ConvertAll(p => new SitePage(new Uri(site, $"/posts/{p.Id}"), p.At)),
        };
    }

    /// <summary>Search engines may list this post.</summary>
    public static Task<bool> IsListed(this GildeDb db, long postId, CancellationToken stop) => db.ListedPosts().AnyAsync(p => p.Id == postId, stop);

    private static IQueryable<Member> Listed(this GildeDb db) => db.ProfilesVisibleTo(PublicPostScopes.Everybody).Where(m => m.ListedAt != null);

    private static IQueryable<Post> ListedPosts(this GildeDb db) => db.PublicPosts(PublicPostScopes.Everybody).Where(p => db.Members.Any(m => m.Id == p.AuthorId && m.ListedAt != null && m.ClosedAt == null));
}
