namespace Gilde.Web.Profiles;

public static class TopicScopes
{
    /// <summary>The section that topics of this kind stand in.</summary>
    public static ProfileSection Section(this TopicKind kind) => kind switch
    {
        TopicKind.Skill => ProfileSection.Skills,
        TopicKind.Offer => ProfileSection.Offers,
        TopicKind.Seek => ProfileSection.Seeks,
        TopicKind.Interest => ProfileSection.Interests,
    };

    /// <summary>Topics that every member of the network may see on their owners' profiles.</summary>
    public static IQueryable<Topic> TopicsShownToMembers(this GildeDb db, TopicKind kind, ProfileSection section) =>
        from topic in db.Topics
        join member in db.Members on topic.MemberId equals member.Id
        where topic.Kind == kind && member.ActiveSince != null && member.SuspendedAt == null
            && !db.SectionAudiences.Any(s => s.MemberId == topic.MemberId && s.Section == section && (s.Audience == Audience.Contacts || s.Audience == Audience.Nobody))
        select topic;
}
