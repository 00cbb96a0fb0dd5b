using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Posts;

/// <summary>At the foot of a profile: what the person said last, as far as the viewer may read it, and the way to the rest.</summary>
internal sealed class PostsOnProfile(TalkText talk, IClock clock) : IProfileAddition
{
    public ProfilePlace Place => ProfilePlace.Below;
    public int Order => 50;

    public async ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (await PostViews.Load(db, viewer, await db.LastPostsBy(profile.Id, stop), stop) is not [var last, ..]) return null;
        return builder =>
        {
            builder.OpenComponent<PostsCard>(0);
            builder.AddComponentParameter(1, nameof(PostsCard.Viewer), viewer);
            builder.AddComponentParameter(2, nameof(PostsCard.Post), last);
            builder.AddComponentParameter(3, nameof(PostsCard.Talk), talk);
            builder.AddComponentParameter(4, nameof(PostsCard.Now), clock.GetCurrentInstant());
            builder.CloseComponent();
        };
    }
}
