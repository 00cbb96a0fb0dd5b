using Gilde.Web.Contacts;
using Gilde.Web.Groups;
using Gilde.Web.Introductions;
using Gilde.Web.Posts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Follows;

public static class FollowScopes
{
    public static IQueryable<MemberFollow> FollowsOf(this GildeDb db, Viewer viewer) => db.MemberFollows.Where(f => f.FollowerId == viewer.Id);

    public static IQueryable<Mute> MutesOf(this GildeDb db, Viewer viewer) => db.Mutes.Where(m => m.MemberId == viewer.Id);

    /// <summary>Whom the viewer follows, by name.</summary>
    public static IQueryable<Person> Followed(this GildeDb db, Viewer viewer) =>
        db.MemberFollows.Where(f => f.FollowerId == viewer.Id).Join(db.MembersVisibleTo(viewer), f => f.FollowedId, m => m.Id, (f, m) => m).OrderBy(m => SortName.Of(m.Name)).ThenBy(m => m.Id).AsPeople();

    /// <summary>Whom the viewer has muted, by name.</summary>
    public static IQueryable<Person> Muted(this GildeDb db, Viewer viewer) =>
        db.Mutes.Where(x => x.MemberId == viewer.Id).Join(db.MembersVisibleTo(viewer), x => x.MutedId, m => m.Id, (x, m) => m).OrderBy(m => SortName.Of(m.Name)).ThenBy(m => m.Id).AsPeople();

    /// <summary>The tags that the viewer follows, by name.</summary>
    public static IQueryable<Tag> FollowedTags(this GildeDb db, Viewer viewer) => db.TagFollows.Where(f => f.MemberId == viewer.Id).Join(db.Tags, f => f.TagId, t => t.Id, (f, t) => t).OrderBy(t => t.Key);

    public static IQueryable<GroupFollow> GroupFollowsOf(this GildeDb db, Viewer viewer) => db.GroupFollows.Where(f => f.MemberId == viewer.Id);

    /// <summary>The groups that the viewer follows without belonging to them, as long as they may read them, by name.</summary>
    public static IQueryable<FollowedGroup> FollowedGroups(this GildeDb db, Viewer viewer) =>
        db.GroupFollowsOf(viewer).Join(db.GroupsReadableBy(viewer), f => f.GroupId, g => g.Id, (f, g) => g).OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new FollowedGroup(g.Slug, g.Name, g.Summary));

    public static IQueryable<TagFollow> TagFollowsOf(this GildeDb db, Viewer viewer) => db.TagFollows.Where(f => f.MemberId == viewer.Id);

    /// <summary>What of the two holds for a member whom the viewer sees.</summary>
    public static Task<Attention?> AttentionFor(this GildeDb db, Viewer viewer, long memberId, CancellationToken stop) =>
        db.Members.Where(m => m.Id == memberId).Select(m => new Attention(
            db.MemberFollows.Any(f => f.FollowerId == viewer.Id && f.FollowedId == m.Id), db.Mutes.Any(x => x.MemberId == viewer.Id && x.MutedId == m.Id))).SingleOrDefaultAsync(stop);
}

/// <summary>A group in a list.</summary>
public sealed record FollowedGroup(string Slug, string Name, string Summary);

/// <summary>Whether the viewer follows somebody, or has muted them.</summary>
public sealed record Attention(bool Follows, bool Mutes);
