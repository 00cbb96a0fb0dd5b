using Gilde.Web.Formats;

namespace Gilde.Web.Profiles;

/// <summary>Who may see a part of a profile.</summary>
public enum Audience { Everyone, Members, Contacts, Nobody }

/// <summary>Part of a member's profile; saving one raises <see cref="Member.Version"/>.</summary>
public interface IProfilePart
{
    long MemberId { get; }
}

/// <summary>One of several entries of a section that its owner may put in order.</summary>
public interface IProfileEntry : IProfilePart
{
    long Id { get; }
    /// <summary>Ascending; 0 for all until the owner puts them in order. Equal ranks go by date, newest first.</summary>
    int Rank { get; set; }
}

/// <summary>A job or post held. Open end = still there.</summary>
public sealed class Position : IProfileEntry
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public int Rank { get; set; }
    public required string Title { get; set; }
    public required string Firm { get; set; }
    public string Place { get; set; } = "";
    public string Description { get; set; } = "";
    public PartialDate? From { get; set; }
    public PartialDate? To { get; set; }
}

public sealed class Education : IProfileEntry
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public int Rank { get; set; }
    public required string School { get; set; }
    public string Degree { get; set; } = "";
    public string Field { get; set; } = "";
    public PartialDate? From { get; set; }
    public PartialDate? To { get; set; }
}

public enum TopicKind { Skill, Offer, Seek, Interest }

/// <summary>A short phrase about a member: can do, offers, seeks, is interested in. Unique per member, kind and text.</summary>
public sealed class Topic : IProfilePart
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public TopicKind Kind { get; init; }
    public required string Text { get; set; }
}

public enum LanguageLevel { Basic, Good, Fluent, Native }

public sealed class SpokenLanguage : IProfileEntry
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public int Rank { get; set; }
    /// <summary>ISO 639-1 code.</summary>
    public required string Code { get; set; }
    public LanguageLevel Level { get; set; }
}

public sealed class Credential : IProfileEntry
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public int Rank { get; set; }
    public required string Name { get; set; }
    public string Issuer { get; set; } = "";
    public PartialDate? Awarded { get; set; }
}

public sealed class Website : IProfileEntry
{
    public long Id { get; private set; }
    public long MemberId { get; init; }
    public int Rank { get; set; }
    public required string Url { get; set; }
    public string Label { get; set; } = "";
    /// <summary>What a reader judges the address by.</summary>
    public string Host => Uri.TryCreate(Url, UriKind.Absolute, out var address) ? address.IdnHost : Url;
}

public enum ProfileSection { About, Positions, Education, Skills, Languages, Offers, Seeks, Interests, Credentials, Websites, Place }

/// <summary>Who sees a section, where the member chose other than the default (<see cref="Sections.DefaultAudience"/>).</summary>
public sealed class SectionAudience : IProfilePart
{
    public long MemberId { get; init; }
    public ProfileSection Section { get; init; }
    public Audience Audience { get; set; }
}
