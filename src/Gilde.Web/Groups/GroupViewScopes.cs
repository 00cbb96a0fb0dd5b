using Gilde.Web.Contacts;
using Gilde.Web.Follows;
using Gilde.Web.Introductions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Groups;

public static class GroupViewScopes
{
    /// <summary>The group at an address, as it is for the viewer; null where it does not exist for them.</summary>
    public static async Task<GroupView?> GroupAt(this GildeDb db, Viewer viewer, string slug, CancellationToken stop = default)
    {
        var found = await db.GroupsVisibleTo(viewer).AsNoTracking().Where(g => g.Slug == slug)
            .Select(g => new { Group = g, Mine = db.GroupMembers.FirstOrDefault(m => m.GroupId == g.Id && m.MemberId == viewer.Id) }).SingleOrDefaultAsync(stop);
        if (found is null) return null;
        var (group, mine) = (found.Group, found.Mine);
        var view = new GroupView
        {
            Id = group.Id, Slug = group.Slug, Name = group.Name, Summary = group.Summary, Description = group.Description, Kind = group.Kind, IsPublic = group.IsPublic,
            Tags = await db.GroupTags.Where(t => t.GroupId == group.Id).OrderBy(t => t.Rank).Select(t => t.Name).ToListAsync(stop),
            Members = group.Members - (mine?.Role >= GroupRole.Moderator ? 0 : (await db.BlockedIn(viewer, [group.Id], stop)).GetValueOrDefault(group.Id)), PictureId = group.PictureId, CreatedAt = group.CreatedAt, ActiveAt = group.ActiveAt,
            ArchivedAt = group.ArchivedAt, RulesVersion = group.RulesVersion, Welcome = group.Welcome, SlowSeconds = group.SlowSeconds, ModeratedSince = group.ModeratedSince,
            Rules = group.RulesVersion == 0 ? "" : await db.GroupRulesets.Where(r => r.GroupId == group.Id && r.Version == group.RulesVersion).Select(r => r.Text).SingleAsync(stop),
            Role = mine?.Role, AcceptedRules = mine?.RulesVersion ?? 0, WelcomedAt = mine?.WelcomedAt, IsInFeed = mine is { MutedAt: null },
        };
        if (view.Runs) return view with { Waiting = await db.OpenRequests(viewer, group.Id).CountAsync(stop) };
        return mine is null && viewer.IsMember ? await db.AtTheDoor(viewer, view, stop) : view;
    }

    /// <summary>The owners and moderators whom the viewer may know of; outside the network nobody is named.</summary>
    public static async Task<IReadOnlyList<SeatRow>> RunningIn(this GildeDb db, Viewer viewer, GroupView group, CancellationToken stop = default) =>
        viewer.IsMember && (group.Kind != GroupKind.Secret || group.IsMember) ? await db.SeatsIn(viewer, group.Id).Where(s => s.Role != GroupRole.Member).Take(50).ToListAsync(stop) : [];

    private static async Task<GroupView> AtTheDoor(this GildeDb db, Viewer viewer, GroupView view, CancellationToken stop)
    {
        var inviter = await db.InvitationsTo(viewer).Where(i => i.GroupId == view.Id).Select(i => (long?)i.ById).SingleOrDefaultAsync(stop);
        return view with
        {
            IsInFeed = await db.GroupFollowsOf(viewer).AnyAsync(f => f.GroupId == view.Id, stop),
            InvitedBy = inviter is null ? null : await db.MembersVisibleTo(viewer).Where(m => m.Id == inviter).AsPeople().SingleOrDefaultAsync(stop),
            AskedAt = await db.GroupRequests.Where(r => r.GroupId == view.Id && r.MemberId == viewer.Id && r.WithdrawnAt == null).Select(r => (Instant?)r.AskedAt).SingleOrDefaultAsync(stop),
            KeptOut = await db.GroupBans.Where(b => b.GroupId == view.Id && b.MemberId == viewer.Id).Select(b => b.Reason).SingleOrDefaultAsync(stop),
        };
    }
}
