using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Introductions;

/// <summary>"How do I reach …?" on the profiles of others.</summary>
internal sealed class ReachAddition : IProfileAddition
{
    public ProfilePlace Place => ProfilePlace.Beside;
    public int Order => 10;

    public ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (profile.Relation is Relation.Visitor or Relation.Self) return ValueTask.FromResult<RenderFragment?>(null);
        return ValueTask.FromResult<RenderFragment?>(builder =>
        {
            builder.OpenComponent<ReachPanel>(0);
            builder.AddComponentParameter(1, nameof(ReachPanel.Viewer), viewer);
            builder.AddComponentParameter(2, nameof(ReachPanel.Handle), profile.Handle);
            builder.AddComponentParameter(3, nameof(ReachPanel.Name), profile.Name);
            builder.CloseComponent();
        });
    }
}
