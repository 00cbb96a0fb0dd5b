using Gilde.Web.Events;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups;

/// <summary>Founds a group, whose owner the founder is.</summary>
public sealed class FoundGroup(GildeDb db, IClock clock, GroupPictures pictures)
{
    public const int MostADay = 5;

    public async Task<GroupResult> Execute(Viewer viewer, GroupInput input, Stream? picture, CancellationToken stop = default)
    {
        var details = GroupDetails.Of(input);
        if (details.Check(viewer) is { Any: true } errors) return GroupResult.Invalid(errors);
        var taken = await pictures.Take(viewer, picture, stop);
        if (taken?.Refusal is { } refusal) return GroupResult.Invalid("picture", PictureWords.Why(refusal, viewer.T));
        var result = await db.Alone(() => Found(viewer, details, taken?.Id, stop), stop);
        if (result.Outcome != GroupOutcome.Done && taken is not null) await pictures.DropAlone(taken.Id, stop);
        return result;
    }

    private async Task<GroupResult> Found(Viewer viewer, GroupDetails details, long? pictureId, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (await db.FoundedLately(viewer, now - Duration.FromDays(1)).ToListAsync(stop) is { Count: >= MostADay } lately)
            return GroupResult.TooMany(viewer.T["You have founded {0} groups within a day. Please go on tomorrow.", MostADay], lately.Min() + Duration.FromDays(1) - now);
        if (await db.MembershipsOf(viewer).CountAsync(stop) >= Group.MostOfAMember) return GroupResult.Refused(viewer.T["One can be in {0} groups at most.", Group.MostOfAMember]);
        var slug = GroupSlug.From(details.Name);
        var group = new Group
        {
            Slug = details.Kind == GroupKind.Secret ? GroupSlug.Secret(slug) : GroupSlug.Free(slug, await db.SlugsLike(slug, stop)), Name = details.Name, PictureId = pictureId, CreatedById = viewer.Id, CreatedAt = now, ActiveAt = now,
            Members = 1, RulesVersion = details.Rules.Length > 0 ? 1 : 0,
        };
        details.Fill(group, now);
        db.Add(group);
        await db.SaveChangesAsync(stop);
        if (group.RulesVersion > 0) db.Add(new GroupRuleset { GroupId = group.Id, Version = 1, Text = details.Rules, At = now, ById = viewer.Id });
        db.AddRange(details.TagsOf(group.Id));
        db.Add(new GroupMember { GroupId = group.Id, MemberId = viewer.Id, Role = GroupRole.Owner, JoinedAt = now, RulesVersion = group.RulesVersion, WelcomedAt = now });
        db.Record(clock, EventKinds.GroupFounded, viewer.Id, subject: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done with { Slug = group.Slug };
    }
}
