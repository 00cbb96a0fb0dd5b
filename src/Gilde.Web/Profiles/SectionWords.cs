namespace Gilde.Web.Profiles;

/// <summary>How sections, audiences and levels are called.</summary>
public static class SectionWords
{
    public static string Title(ProfileSection section, Texts t) => section switch
    {
        ProfileSection.About => t["About"],
        ProfileSection.Positions => t["Positions"],
        ProfileSection.Education => t["Education"],
        ProfileSection.Skills => t["Skills"],
        ProfileSection.Languages => t["Languages"],
        ProfileSection.Offers => t["Offers"],
        ProfileSection.Seeks => t["Seeks"],
        ProfileSection.Interests => t["Interests"],
        ProfileSection.Credentials => t["Credentials"],
        ProfileSection.Websites => t["Websites"],
        ProfileSection.Place => t["Place"],
    };

    public static string Audience(Audience audience, Texts t) => audience switch
    {
        Profiles.Audience.Everyone => t["Everyone"],
        Profiles.Audience.Members => t["Members"],
        Profiles.Audience.Contacts => t["My contacts"],
        Profiles.Audience.Nobody => t["Only me"],
    };

    public static string Level(LanguageLevel level, Texts t) => level switch
    {
        LanguageLevel.Basic => t["basic"],
        LanguageLevel.Good => t["good"],
        LanguageLevel.Fluent => t["fluent"],
        LanguageLevel.Native => t["native"],
    };

    /// <summary>Where the owner adds the first of a section.</summary>
    public static string AddHref(ProfileSection section) => "/settings/profile/" + section.Slug() + (section is
        ProfileSection.Positions or ProfileSection.Education or ProfileSection.Languages or ProfileSection.Credentials or ProfileSection.Websites ? "/new" : "");
}
