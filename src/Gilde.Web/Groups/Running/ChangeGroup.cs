using Gilde.Web.Events;
using Gilde.Web.Moderation;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups.Running;

/// <summary>An owner changes what a group says of itself, who gets in, and its rules. More readers than before only after a clear yes.</summary>
public sealed class ChangeGroup(GildeDb db, IClock clock, GroupPictures pictures)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, GroupInput input, Stream? picture, CancellationToken stop = default)
    {
        var details = GroupDetails.Of(input);
        if (!await db.GroupsRunBy(viewer, GroupRole.Owner).AnyAsync(g => g.Slug == slug, stop)) return GroupResult.NotFound;
        if (details.Check(viewer) is { Any: true } errors) return GroupResult.Invalid(errors);
        var taken = await pictures.Take(viewer, picture, stop);
        if (taken?.Refusal is { } refusal) return GroupResult.Invalid("picture", PictureWords.Why(refusal, viewer.T));
        var result = await db.Alone(() => Change(viewer, slug, details, input, taken?.Id, stop), stop);
        if (result.Outcome != GroupOutcome.Done && taken is not null) await pictures.DropAlone(taken.Id, stop);
        return result;
    }

    private async Task<GroupResult> Change(Viewer viewer, string slug, GroupDetails details, GroupInput input, long? pictureId, CancellationToken stop)
    {
        if (await db.GroupsRunBy(viewer, GroupRole.Owner).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        var (before, after) = (Group.Reach(group.Kind, group.IsPublic), Group.Reach(details.Kind!.Value, details.IsPublic));
        if (after > before && !input.Wider) return GroupResult.Invalid("wider", GroupWords.Wider(viewer.T, after));
        var now = clock.GetCurrentInstant();
        details.Fill(group, now);
        if (pictureId is not null || input.Unpictured)
        {
            await pictures.Drop(group.PictureId, stop);
            group.PictureId = pictureId;
        }
        await db.GroupTags.Where(t => t.GroupId == group.Id).ExecuteDeleteAsync(stop);
        db.AddRange(details.TagsOf(group.Id));
        await NewRules(viewer, group, details.Rules, now, stop);
        db.Record(clock, EventKinds.GroupChanged, viewer.Id, subject: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }

    /// <summary>Other rules are a new version, which every member accepts anew; whoever wrote it has.</summary>
    private async Task NewRules(Viewer viewer, Group group, string rules, Instant now, CancellationToken stop)
    {
        var last = await db.GroupRulesets.Where(r => r.GroupId == group.Id).OrderByDescending(r => r.Version).FirstOrDefaultAsync(stop);
        var (current, version) = (group.RulesVersion == 0 ? "" : last!.Text, (last?.Version ?? 0) + 1);
        if (rules == current) return;
        group.RulesVersion = rules.Length == 0 ? 0 : version;
        if (rules.Length > 0) db.Add(new GroupRuleset { GroupId = group.Id, Version = version, Text = rules, At = now, ById = viewer.Id });
        if (rules.Length == 0) await db.AcceptNoRules(group.Id, stop);
        (await db.Seat(group.Id, viewer.Id, stop))!.RulesVersion = group.RulesVersion;
        if (rules.Length > 0) db.Record(clock, EventKinds.GroupRulesChanged, viewer.Id, subject: group.Id);
    }
}

/// <summary>
/// An owner closes a group for good or opens it again: in an archived one all can be read, and nothing written. What a moderator of the network closed
/// opens again by an appeal alone.
/// </summary>
public sealed class ArchiveGroup(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, bool archived, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (await db.GroupsRunBy(viewer, GroupRole.Owner).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group) return GroupResult.NotFound;
        if (archived == group.ArchivedAt is not null) return GroupResult.Done;
        if (!archived && await db.IsArchivedByDecision(group.Id, stop)) return GroupResult.Refused(GroupWords.ArchivedByNetwork(viewer.T));
        group.ArchivedAt = archived ? clock.GetCurrentInstant() : null;
        db.Record(clock, EventKinds.GroupChanged, viewer.Id, subject: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}
