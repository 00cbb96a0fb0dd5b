using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Follows;

/// <summary>Under the name on a profile: follow, and whether the person is muted.</summary>
internal sealed class FollowOnProfile : IProfileAddition
{
    public ProfilePlace Place => ProfilePlace.Actions;
    public int Order => 20;

    public async ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (profile.Relation is Relation.Visitor or Relation.Self || await db.AttentionFor(viewer, profile.Id, stop) is not { } attention) return null;
        return builder =>
        {
            builder.OpenComponent<FollowActions>(0);
            builder.AddComponentParameter(1, nameof(FollowActions.Viewer), viewer);
            builder.AddComponentParameter(2, nameof(FollowActions.Profile), profile);
            builder.AddComponentParameter(3, nameof(FollowActions.Attention), attention);
            builder.CloseComponent();
        };
    }
}
