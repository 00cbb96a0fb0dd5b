namespace Gilde.Web.Profiles;

/// <summary>What holds for the sections of every profile.</summary>
public static class Sections
{
    /// <summary>Who sees a section until its owner chooses: what is written to be found is for everyone, the CV for members.</summary>
    public static Audience DefaultAudience(ProfileSection section) => section switch
    {
        ProfileSection.About or ProfileSection.Offers or ProfileSection.Websites => Audience.Everyone,
        _ => Audience.Members,
    };

    /// <summary>The section's part of an address, which is also the id of its frame.</summary>
    public static string Slug(this ProfileSection section) => section.ToString().ToLowerInvariant();
}
