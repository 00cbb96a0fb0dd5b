using Gilde.Web.Formats;
using NodaTime.Text;

namespace Gilde.Web.Imports.LinkedIn;

/// <summary>
/// Counts who wrote to whom in <c>messages.csv</c>, one to one, and never keeps a text. The archive does not say
/// whose it is; its owner is who takes part in every conversation.
/// </summary>
internal sealed class LinkedInMessages
{
    private const int MaxPairs = 100_000;

    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss 'UTC'");

    private readonly Dictionary<(Person From, Person To), (int Count, Instant? Last)> _pairs = [];

    public void Add(CsvRow row, ProblemList problems)
    {
        var from = Person.Of(row["FROM"], row.First("SENDER PROFILE URL"));
        var recipients = row["RECIPIENT PROFILE URLS"];
        if (recipients.Contains(',') || (recipients.Length == 0 && row["TO"].Contains(',')))
            return;
        var to = Person.Of(row["TO"], recipients);
        if (from is null || to is null || from == to)
            return;
        var sent = Moment.Parse(row["DATE"]) is { Success: true } parsed ? parsed.Value : (Instant?)null;
        if (sent is null && row["DATE"].Length > 0)
            problems.Add(row.Table.File, row.Number, "“{0}” is not a date.", VisibleText.Line(VisibleText.Cut(row["DATE"], 60)));
        var known = _pairs.GetValueOrDefault((from, to));
        if (known.Count > 0 || _pairs.Count < MaxPairs)
            _pairs[(from, to)] = (known.Count + 1, Later(known.Last, sent));
    }

    /// <summary>Empty when it cannot be told whose archive it is.</summary>
    public IReadOnlyList<LinkedInCorrespondence> Of(LinkedInProfile? profile, IReadOnlyList<LinkedInConnection> connections)
    {
        if (Owner(profile, connections) is not { } owner)
            return [];
        return [.. _pairs.Keys
            .Where(pair => pair.From == owner || pair.To == owner)
            .Select(pair => pair.From == owner ? pair.To : pair.From)
            .Distinct()
            .Select(person => Between(owner, person))];
    }

    private LinkedInCorrespondence Between(Person owner, Person person)
    {
        var sent = _pairs.GetValueOrDefault((owner, person));
        var received = _pairs.GetValueOrDefault((person, owner));
        return new LinkedInCorrespondence(person.Name, person.Url, sent.Count, received.Count, Later(sent.Last, received.Last));
    }

    private Person? Owner(LinkedInProfile? profile, IReadOnlyList<LinkedInConnection> connections)
    {
        var partners = _pairs.Keys
            .SelectMany(pair => new[] { (Who: pair.From, With: pair.To), (Who: pair.To, With: pair.From) })
            .Distinct()
            .CountBy(pair => pair.Who)
            .ToList();
        if (partners.Count == 0)
            return null;
        var most = partners.Max(p => p.Value);
        var candidates = partners.Where(p => p.Value == most).Select(p => p.Key).ToList();
        if (candidates.Count == 1)
            return candidates[0];
        var name = profile is null ? null : $"{profile.FirstName} {profile.LastName}".Trim();
        return candidates.Find(c => c.Name == name)
            ?? (candidates.Where(c => !connections.Any(n => n.ProfileUrl == c.Url)).ToList() is [var only] ? only : null);
    }

    private static Instant? Later(Instant? a, Instant? b) => a is null || b > a ? b : a;

    /// <summary>The same person under the same web address, however the name is written; by name where there is none.</summary>
    private sealed record Person(string Name, string? Url)
    {
        public static Person? Of(string name, string url)
        {
            var visible = VisibleText.Line(name);
            return visible.Length is 0 or > 300 || url.Length > 300 ? null : new Person(visible, url.Length > 0 ? url : null);
        }

        public bool Equals(Person? other) => other is not null && (Url ?? Name) == (other.Url ?? other.Name);

        public override int GetHashCode() => (Url ?? Name).GetHashCode(StringComparison.Ordinal);
    }
}
