using Gilde.Web.Accounts;
using Gilde.Web.Contacts;
using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Demo;

/// <summary>The invented people as rows of the network.</summary>
internal static class DemoRows
{
    private static readonly Dictionary<string, string> TimeZones = new(StringComparer.Ordinal) { ["DE"] = "Europe/Berlin", ["AT"] = "Europe/Vienna", ["CH"] = "Europe/Zurich" };

    public static Member Member(DemoMember person) =>
        new(person.Name, person.Handle, person.Language == "en" ? Language.English : Language.German, person.JoinedAt)
        {
            Headline = person.Headline, About = person.About, Place = person.Town.Name, Country = person.Town.Country,
            Latitude = person.Town.Latitude, Longitude = person.Town.Longitude, Birthday = Birthday(person), TimeZone = TimeZones[person.Town.Country],
            ActiveSince = person.JoinedAt, ChangedAt = person.JoinedAt, Version = 1,
        };

    public static Account Account(DemoMember person, long id, string email, string passwordHash) => new()
    {
        Id = id, CreatedAt = person.JoinedAt, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true, PasswordHash = passwordHash, SecurityStamp = Guid.NewGuid().ToString("N"), ConcurrencyStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true,
    };

    public static IEnumerable<Position> Positions(DemoMember person, long id) => person.Positions.Select((p, i) => new Position
    {
        Rank = i, MemberId = id, Title = p.Title, Firm = p.Firm.Name, Place = p.Firm.Town.Name, Description = p.Text,
        From = PartialDate.Of(p.From.Year, p.From.Month), To = p.To is { } to ? PartialDate.Of(to.Year, to.Month) : null,
    });

    public static IEnumerable<Education> Educations(DemoMember person, long id) => person.Educations.Select((e, i) => new Education
    {
        Rank = i, MemberId = id, School = e.School, Degree = e.Degree, Field = e.Field, From = PartialDate.Of(e.From), To = PartialDate.Of(e.To),
    });

    public static IEnumerable<Topic> Topics(DemoMember person, long id) =>
        new[] { (TopicKind.Skill, person.Skills), (TopicKind.Offer, person.Offers), (TopicKind.Seek, person.Seeks), (TopicKind.Interest, person.Interests) }
            .SelectMany(list => list.Item2.Distinct(StringComparer.Ordinal).Select(text => new Topic { MemberId = id, Kind = list.Item1, Text = text }));

    public static IEnumerable<SpokenLanguage> Languages(DemoMember person, long id) =>
        person.Languages.Select(l => new SpokenLanguage { MemberId = id, Code = l.Code, Level = (LanguageLevel)l.Level });

    public static IEnumerable<Credential> Credentials(DemoMember person, long id) =>
        person.Credentials.Select(c => new Credential { MemberId = id, Name = c.Title, Issuer = c.Issuer, Awarded = PartialDate.Of(c.Year) });

    public static IEnumerable<Website> Websites(DemoMember person, long id) =>
        person.Website is { } url ? [new Website { MemberId = id, Url = url, Label = person.Firm.Name }] : [];

    public static IEnumerable<CardField> Card(DemoMember person, long id) => person.Card.Select(f => new CardField
    {
        MemberId = id, Value = f.Value, ByDefault = f.ByDefault,
        Kind = f.Kind switch { "mail" => CardFieldKind.Email, "mobile" => CardFieldKind.Mobile, "birthday" => CardFieldKind.Birthday, _ => CardFieldKind.Phone },
    });

    private static PartialDate Birthday(DemoMember person) =>
        person.ShowsBirthYear ? PartialDate.Of(person.Birthday) : PartialDate.Of(null, person.Birthday.Month, person.Birthday.Day);
}
