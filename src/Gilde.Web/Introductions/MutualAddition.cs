using Gilde.Web.Contacts;
using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Introductions;

/// <summary>On the profiles of others: whom both know, the warmest first.</summary>
internal sealed class MutualAddition(GraphReplica replica) : IProfileAddition
{
    private const int Shown = 3;

    public ProfilePlace Place => ProfilePlace.Beside;
    public int Order => 20;

    public async ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (profile.Relation is Relation.Visitor or Relation.Self || replica.AtHand is not { } graph) return null;
        var mutual = graph.MutualContacts(viewer.Id, profile.Id, Shown);
        var ids = mutual.Strongest.Select(m => m.Id).ToList();
        var people = ids.Count == 0 ? [] : (await db.ThreePeople(ids, stop)).OrderBy(p => ids.IndexOf(p.Id)).ToList();
        if (people.Count == 0) return null;
        return builder =>
        {
            builder.OpenComponent<MutualCard>(0);
            builder.AddComponentParameter(1, nameof(MutualCard.Viewer), viewer);
            builder.AddComponentParameter(2, nameof(MutualCard.Handle), profile.Handle);
            builder.AddComponentParameter(3, nameof(MutualCard.People), people);
            builder.AddComponentParameter(4, nameof(MutualCard.Others), mutual.Count - people.Count);
            builder.CloseComponent();
        };
    }
}
