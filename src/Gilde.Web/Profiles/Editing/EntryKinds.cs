namespace Gilde.Web.Profiles.Editing;

/// <summary>The sections that hold entries.</summary>
public static class EntryKinds
{
    public static readonly IReadOnlyList<EntryKind> All = [new PositionEntries(), new EducationEntries(), new LanguageEntries(), new CredentialEntries(), new WebsiteEntries()];

    public static EntryKind? Of(ProfileSection section) => All.FirstOrDefault(k => k.Section == section);
    public static EntryKind? Of(string slug) => All.FirstOrDefault(k => k.Section.Slug() == slug);
}
