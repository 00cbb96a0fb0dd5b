namespace Gilde.Web.Profiles;

/// <summary>
/// A profile as viewers of one relation get it, on every page and in every format: what they may not see is not in it.
/// Made by <see cref="ProfileSheet.For"/> alone.
/// </summary>
public sealed record ProfileView
{
    public required long Id { get; init; }
    public required long Version { get; init; }
    public required Relation Relation { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public string Headline { get; init; } = "";
    public ProfilePicture? Picture { get; init; }
    public ProfilePicture? Cover { get; init; }
    /// <summary>Markdown; <see cref="AboutHtml"/> is the same, safe to show.</summary>
    public string About { get; init; } = "";
    public string AboutHtml { get; init; } = "";
    public string Place { get; init; } = "";
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";
    public IReadOnlyList<Position> Positions { get; init; } = [];
    public IReadOnlyList<Education> Education { get; init; } = [];
    public IReadOnlyList<Credential> Credentials { get; init; } = [];
    public IReadOnlyList<SpokenLanguage> Languages { get; init; } = [];
    public IReadOnlyList<Website> Websites { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Offers { get; init; } = [];
    public IReadOnlyList<string> Seeks { get; init; } = [];
    public IReadOnlyList<string> Interests { get; init; } = [];
    /// <summary>Search engines may list it.</summary>
    public bool Listed { get; init; }
    public Instant ChangedAt { get; init; }

    /// <summary>For the owner alone: who sees which section, and whether visitors see anything.</summary>
    public IReadOnlyDictionary<ProfileSection, Audience> Audiences { get; init; } = new Dictionary<ProfileSection, Audience>();
    public bool Closed { get; init; }

    public bool HasNoSections => Enum.GetValues<ProfileSection>().All(IsEmpty);
    /// <summary>What <see cref="ProfileBodies"/> rendered of this view, by language.</summary>
    internal ProfileBody?[] Bodies { get; } = new ProfileBody?[Enum.GetValues<Language>().Length];

    public bool IsSelf => Relation == Relation.Self;
    public Position? CurrentPosition => Positions.FirstOrDefault(p => p.To is null);

    /// <summary>"Altena, Deutschland".</summary>
    public string PlaceLine(Texts t) => string.Join(", ", new[] { Place, Country.Length > 0 ? CodedNames.In(t.Language).Country(Country) : "" }.Where(p => p.Length > 0));

    public bool IsEmpty(ProfileSection section) => section switch
    {
        ProfileSection.About => About.Length == 0,
        ProfileSection.Positions => Positions.Count == 0,
        ProfileSection.Education => Education.Count == 0,
        ProfileSection.Skills => Skills.Count == 0,
        ProfileSection.Languages => Languages.Count == 0,
        ProfileSection.Offers => Offers.Count == 0,
        ProfileSection.Seeks => Seeks.Count == 0,
        ProfileSection.Interests => Interests.Count == 0,
        ProfileSection.Credentials => Credentials.Count == 0,
        ProfileSection.Websites => Websites.Count == 0,
        ProfileSection.Place => Place.Length == 0 && Country.Length == 0,
    };
}

public sealed record ProfilePicture(long Id, string Alternative);
