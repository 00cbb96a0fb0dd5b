using Gilde.Web.Events;
using Gilde.Web.Formats;
using Gilde.Web.Groups.Files;
using Gilde.Web.Profiles.Editing;

namespace Gilde.Web.Groups.Links;

/// <summary>A member brings a link into a group.</summary>
public sealed class KeepLink(GildeDb db, IClock clock)
{
    public Task<GroupResult> Execute(Viewer viewer, string slug, string? title, string? typed, CancellationToken stop = default) => db.Alone(async () =>
    {
        if (!await db.GroupsOf(viewer).AnyAsync(g => g.Slug == slug, stop)) return GroupResult.NotFound;
        if (await db.GroupsWritableBy(viewer).SingleOrDefaultAsync(g => g.Slug == slug, stop) is not { } group)
            return GroupResult.Refused(viewer.T["You cannot write here just now: the group is archived, or you have not accepted its rules yet."]);
        var (name, address) = (VisibleText.Line(title ?? ""), WebAddress.Read(VisibleText.Line(typed ?? "")));
        var errors = new FieldErrors().AtMost(GroupLink.MaxTitle, viewer.T, "title", name);
        if (address is null) errors.Add("address", viewer.T["Please enter a web address such as example.org."]);
        if (errors.Any) return GroupResult.Invalid(errors);
        if (await db.LinksIn(group.Id).CountAsync(stop) >= GroupLink.Most) return GroupResult.Refused(viewer.T["A group keeps at most {0} links.", GroupLink.Most]);
        var now = clock.GetCurrentInstant();
        var shown = name.Length > 0 ? name : VisibleText.Cut(address!, GroupLink.MaxTitle);
        var link = db.Add(new GroupLink { GroupId = group.Id, Title = shown, Address = address!, Words = VisibleText.Cut(Search.Words.Fold($"{shown} {address}"), 900), ById = viewer.Id, At = now }).Entity;
        group.ActiveAt = now;
        await db.SaveChangesAsync(stop);
        db.Record(clock, EventKinds.GroupLinkKept, viewer.Id, subject: link.Id, parent: group.Id);
        await db.SaveChangesAsync(stop);
        return GroupResult.Done;
    }, stop);
}

/// <summary>Whoever brought it, or runs the group, takes a link away.</summary>
public sealed class RemoveLink(GildeDb db)
{
    public async Task<GroupResult> Execute(Viewer viewer, string slug, long id, CancellationToken stop = default) =>
        await db.LinksRunBy(viewer, slug).Where(l => l.Id == id).ExecuteDeleteAsync(stop) == 0 ? GroupResult.NotFound : GroupResult.Done;
}
