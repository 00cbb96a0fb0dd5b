using Microsoft.AspNetCore.Components;

namespace Gilde.Web.Profiles;

/// <summary>Where on a profile another feature shows something.</summary>
public enum ProfilePlace
{
    /// <summary>Buttons in the head, under the name: ask for contact, write.</summary>
    Actions,
    /// <summary>The first card beside the profile: how to reach the person, contacts in common.</summary>
    Beside,
    /// <summary>A card at the end of the main column.</summary>
    Below,
}

/// <summary>
/// What another feature shows on somebody's profile; register it as a service and it appears. Asked once a page, never on exports;
/// answers null where there is nothing to show. Keep it quick: a profile is the page that is opened most.
/// </summary>
public interface IProfileAddition
{
    ProfilePlace Place { get; }
    /// <summary>Lower comes first within a place.</summary>
    int Order { get; }
    /// <param name="profile">As the viewer gets it; <see cref="ProfileView.Relation"/> says what they are to each other.</param>
    ValueTask<RenderFragment?> Load(GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop);
}

/// <summary>The additions of one page, loaded.</summary>
public sealed record ProfileAdditions(IReadOnlyList<(ProfilePlace Place, RenderFragment Content)> Loaded)
{
    public static readonly ProfileAdditions None = new([]);

    public IEnumerable<RenderFragment> At(ProfilePlace place) => Loaded.Where(a => a.Place == place).Select(a => a.Content);

    public static async Task<ProfileAdditions> Load(IEnumerable<IProfileAddition> all, GildeDb db, Viewer viewer, ProfileView profile, CancellationToken stop)
    {
        var loaded = new List<(ProfilePlace, RenderFragment)>();
        foreach (var addition in all.OrderBy(a => a.Order))
        {
            if (await addition.Load(db, viewer, profile, stop) is { } content) loaded.Add((addition.Place, content));
        }
        return new ProfileAdditions(loaded);
    }
}
