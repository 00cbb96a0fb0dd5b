using Gilde.Graph;

namespace Gilde.Web.Demo;

/// <summary>A town with its place on the map.</summary>
public sealed record DemoTown(string Name, string Country, string Region, double Latitude, double Longitude)
{
    /// <summary>Square of the distance in km, on a flat map; good enough for “near” between the Alps and the sea.</summary>
    public double DistanceSquared(DemoTown other)
    {
        var north = (Latitude - other.Latitude) * 111.2;
        var east = (Longitude - other.Longitude) * 71.5;
        return north * north + east * east;
    }
}

/// <summary>An invented firm. <see cref="Seats"/> of its people are members.</summary>
public sealed record DemoFirm(int Number, string Name, string Kind, DemoTown Town, int Founded, int Employees, int Seats, string Domain);

public enum DemoGender { He, She }

public sealed record DemoPosition(string Title, DemoFirm Firm, YearMonth From, YearMonth? To, int Level, string Text);

public sealed record DemoEducation(string School, string Degree, string Field, int From, int To);

public sealed record DemoLanguage(string Code, int Level);

public sealed record DemoCredential(string Title, string Issuer, int Year);

/// <summary>Kind is mail, mobile, phone or birthday.</summary>
public sealed record DemoCardField(string Kind, string Value, bool ByDefault);

/// <summary>An invented person with everything that a profile shows.</summary>
public sealed record DemoMember
{
    public required int Number { get; init; }
    public required DemoGender Gender { get; init; }
    /// <summary>As in “Dr.”, or empty.</summary>
    public required string Title { get; init; }
    public required string Given { get; init; }
    public required string Family { get; init; }
    public required string Handle { get; init; }
    public required LocalDate Birthday { get; init; }
    public required bool ShowsBirthYear { get; init; }
    /// <summary>Writes English: “en”, else “de”.</summary>
    public required string Language { get; init; }
    public required DemoTown Town { get; init; }
    public required DemoFirm Firm { get; init; }
    public required string Function { get; init; }
    public required string Speciality { get; init; }
    public required Instant JoinedAt { get; init; }
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<DemoPosition> Positions { get; init; }
    public required IReadOnlyList<DemoEducation> Educations { get; init; }
    public required IReadOnlyList<string> Skills { get; init; }
    public required IReadOnlyList<string> Offers { get; init; }
    public required IReadOnlyList<string> Seeks { get; init; }
    public required IReadOnlyList<string> Interests { get; init; }
    public required IReadOnlyList<DemoLanguage> Languages { get; init; }
    public required IReadOnlyList<DemoCredential> Credentials { get; init; }
    public required IReadOnlyList<DemoCardField> Card { get; init; }
    public required string? Website { get; init; }
    public required string Headline { get; init; }
    /// <summary>Markdown.</summary>
    public required string About { get; init; }

    public string Name => Title.Length > 0 ? $"{Title} {Given} {Family}" : $"{Given} {Family}";
    public string Email => Card[0].Value;
}

public enum DemoTieKind { Firm, FormerFirm, Town, School, Speciality, Fair, Trade, Friend }

public enum DemoCloseness { Dormant, Loose, Regular, Close }

/// <summary>What one side keeps about the other.</summary>
public sealed record DemoSide(string HowMet, string Note, IReadOnlyList<string> Tags, bool Hidden, bool ReleasesAll, PrivateWord Word);

/// <summary>A contact of two members, by number, low first; <see cref="Asker"/> asked.</summary>
public sealed record DemoContact(int Low, int High, DemoTieKind Kind, DemoCloseness Closeness, Instant Since, bool Met, DemoSide LowSide, DemoSide HighSide);

/// <summary>A request for contact that is still open.</summary>
public sealed record DemoRequest(int From, int To, string Reason, Instant At);

/// <summary>A message, or the note with which a group begins.</summary>
public sealed record DemoMessage(int Sender, Instant At, string Text, bool IsNote = false);

/// <summary>A conversation with how many of its messages each participant has read; a title only for groups.</summary>
public sealed record DemoConversation(string? Title, IReadOnlyList<int> Participants, IReadOnlyList<DemoMessage> Messages, IReadOnlyList<int> Read)
{
    /// <summary>Why the first message was written, between two who do not know each other.</summary>
    public string? Reason { get; init; }
}
