namespace Gilde.Web.Posts.Drafts;

/// <summary>Publishes a draft with its pictures. What cannot be published stays a draft.</summary>
public sealed class PublishDraft(GildeDb db, PublishPost publish)
{
    public async Task<PublishResult> Execute(Viewer viewer, long id, CancellationToken stop = default)
    {
        if (await DraftView.Load(db, viewer, id, stop) is not { } draft) return new(Publishing.NotFound);
        // The group is gone, and with it for whom it was meant.
        if (draft.Draft is { Audience: PostAudience.Group, GroupId: null }) return new(Publishing.NotFound);
        return await publish.Execute(viewer, draft.Input, new PublishParts(id, [.. draft.Pictures.Select(p => p.Id)], draft.Draft.CoverId), stop);
    }
}
