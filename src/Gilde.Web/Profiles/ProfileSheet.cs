namespace Gilde.Web.Profiles;

/// <summary>
/// Everything on a profile, as stored. It never leaves as it is: <see cref="For"/> is the one place where visibility is applied,
/// and remembers its four answers.
/// </summary>
public sealed class ProfileSheet(Member member)
{
    private readonly ProfileView?[] views = new ProfileView?[4];

    public required IReadOnlyDictionary<ProfileSection, Audience> Audiences { get; init; }
    public required IReadOnlyList<Position> Positions { get; init; }
    public required IReadOnlyList<Education> Education { get; init; }
    public required IReadOnlyList<Credential> Credentials { get; init; }
    public required IReadOnlyList<SpokenLanguage> Languages { get; init; }
    public required IReadOnlyList<Website> Websites { get; init; }
    public required ILookup<TopicKind, string> Topics { get; init; }
    public ProfilePicture? Picture { get; init; }
    public ProfilePicture? Cover { get; init; }

    public ProfileView For(Relation relation) => views[(int)relation] ??= Project(relation);

    private ProfileView Project(Relation relation)
    {
        var about = Text(ProfileSection.About, member.About);
        return new ProfileView
        {
            Id = member.Id,
            Version = member.Version,
            Relation = relation,
            Handle = member.Handle,
            Name = member.Name,
            Headline = member.Headline,
            Picture = Picture,
            Cover = Cover,
            About = about,
            AboutHtml = Markdown.ToHtml(about),
            Place = Text(ProfileSection.Place, member.Place),
            Country = Text(ProfileSection.Place, member.Country),
            Positions = List(ProfileSection.Positions, Positions),
            Education = List(ProfileSection.Education, Education),
            Credentials = List(ProfileSection.Credentials, Credentials),
            Languages = List(ProfileSection.Languages, Languages),
            Websites = List(ProfileSection.Websites, Websites),
            Skills = List(ProfileSection.Skills, [.. Topics[TopicKind.Skill]]),
            Offers = List(ProfileSection.Offers, [.. Topics[TopicKind.Offer]]),
            Seeks = List(ProfileSection.Seeks, [.. Topics[TopicKind.Seek]]),
            Interests = List(ProfileSection.Interests, [.. Topics[TopicKind.Interest]]),
            Listed = member.ListedAt is not null && member.ClosedAt is null,
            ChangedAt = member.ChangedAt > member.JoinedAt ? member.ChangedAt : member.JoinedAt,
            Audiences = relation == Relation.Self ? Audiences : new Dictionary<ProfileSection, Audience>(),
            Closed = relation == Relation.Self && member.ClosedAt is not null,
        };

        bool Sees(ProfileSection section) => relation.Sees(Audiences[section]);
        string Text(ProfileSection section, string text) => Sees(section) ? text : "";
        IReadOnlyList<T> List<T>(ProfileSection section, IReadOnlyList<T> entries) => Sees(section) ? entries : [];
    }
}
