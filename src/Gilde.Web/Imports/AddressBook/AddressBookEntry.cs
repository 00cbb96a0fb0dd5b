using Gilde.Web.Formats;

namespace Gilde.Web.Imports.AddressBook;

/// <summary>
/// Somebody whom a member knows, as the member's own file says it. Private to the owner: no profile, nobody is told, nothing is sent.
/// </summary>
public sealed class AddressBookEntry
{
    public const int MostPerMember = 50_000;
    public const int MaxName = 200;
    public const int MaxNote = 4_000;
    public const int MaxLines = 2_000;

    public long Id { get; private set; }
    public long OwnerId { get; init; }
    public required string Name { get; init; }
    /// <summary>The name as it is sorted and compared: lower case, umlauts with their letters.</summary>
    public required string SortName { get; init; }
    public string Firm { get; set; } = "";
    public string Title { get; set; } = "";
    /// <summary>A line each.</summary>
    public string Emails { get; set; } = "";
    /// <summary>A line each.</summary>
    public string Phones { get; set; } = "";
    public string Web { get; set; } = "";
    public PartialDate? Birthday { get; set; }
    /// <summary>Since when the two know each other, as the file says.</summary>
    public PartialDate? Since { get; set; }
    /// <summary>How often the owner wrote to this person elsewhere, and this person to the owner.</summary>
    public int Sent { get; set; }
    public int Received { get; set; }
    public PartialDate? LastWrote { get; set; }
    public string Note { get; set; } = "";
    public Instant AddedAt { get; init; }
    /// <summary>Set when the owner had an invitation sent to this person.</summary>
    public Instant? InvitedAt { get; set; }

    public IReadOnlyList<string> EmailList => Emails.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    public IReadOnlyList<string> PhoneList => Phones.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

public enum MatchKind { Email, Phone }

/// <summary>A mail address or phone number of an entry as a keyed hash, by which two address books are compared.</summary>
public sealed class AddressBookKey
{
    public long EntryId { get; init; }
    public long OwnerId { get; init; }
    public MatchKind Kind { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>The key of those hashes: one row, random, made when it is first needed.</summary>
public sealed class MatchSecret
{
    public const long TheId = 1;

    public long Id { get; init; } = TheId;
    public required byte[] Secret { get; init; }
}

/// <summary>The member does not want this suggestion.</summary>
public sealed class SuggestionDismissal
{
    public long MemberId { get; init; }
    public long OtherId { get; init; }
    public Instant At { get; init; }
}
