using Gilde.Web.Profiles;
using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Contacts;

/// <summary>Under the name on a profile: ask, answer, withdraw, or the contact that is.</summary>
internal sealed class ContactOnProfile : IProfileAddition
{
    public ProfilePlace Place => ProfilePlace.Actions;
    public int Order => 10;

    public async ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (profile.Relation is Relation.Visitor or Relation.Self) return null;
        var standing = await db.StandingTo(viewer, profile.Id);
        return builder =>
        {
            builder.OpenComponent<ContactActions>(0);
            builder.AddComponentParameter(1, nameof(ContactActions.Viewer), viewer);
            builder.AddComponentParameter(2, nameof(ContactActions.Standing), standing);
            builder.AddComponentParameter(3, nameof(ContactActions.Name), profile.Name);
            builder.AddComponentParameter(4, nameof(ContactActions.Handle), profile.Handle);
            builder.CloseComponent();
        };
    }
}

/// <summary>Beside the profile of a contact: what they released to the viewer.</summary>
internal sealed class CardOnProfile : IProfileAddition
{
    public ProfilePlace Place => ProfilePlace.Beside;
    public int Order => 0;

    public async ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        if (profile.Relation != Relation.Contact || await db.CardFrom(viewer, profile.Id, stop) is not { Count: > 0 } card) return null;
        return builder =>
        {
            builder.OpenComponent<ProfileCard>(0);
            builder.AddComponentParameter(1, nameof(ProfileCard.T), viewer.T);
            builder.AddComponentParameter(2, nameof(ProfileCard.Card), card);
            builder.AddComponentParameter(3, nameof(ProfileCard.Name), profile.Name);
            builder.CloseComponent();
        };
    }
}
