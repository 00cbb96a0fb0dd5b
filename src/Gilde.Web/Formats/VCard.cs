namespace Gilde.Web.Formats;

/// <summary>A person's card, whatever version of vCard it came in. Lists keep the order of the file.</summary>
public sealed record VCard
{
    public VCardName Name { get; init; } = VCardName.Empty;

    /// <summary>The name as one would say it.</summary>
    public string FormattedName { get; init; } = "";

    public string? Uid { get; init; }

    /// <summary>“individual” where nothing is said; else “org”, “group” and so on.</summary>
    public string Kind { get; init; } = "individual";

    public string? Organisation { get; init; }

    public string? Department { get; init; }

    public string? Title { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<VCardEntry> Phones { get; init; } = [];

    public IReadOnlyList<VCardEntry> Emails { get; init; } = [];

    public IReadOnlyList<VCardEntry> Urls { get; init; } = [];

    public IReadOnlyList<VCardAddress> Addresses { get; init; } = [];

    public PartialDate? Birthday { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public VCardPhoto? Photo { get; init; }

    public Instant? Revised { get; init; }
}

public sealed record VCardName(string Family, string Given, string Additional = "", string Prefix = "", string Suffix = "")
{
    public static readonly VCardName Empty = new("", "");

    /// <summary>Prefix, given, additional and family name, then the suffix, as far as known.</summary>
    public string Spoken => string.Join(' ', new[] { Prefix, Given, Additional, Family, Suffix }.Where(p => p.Length > 0));
}

/// <summary>A phone number, mail address or web address and what it is for.</summary>
public sealed record VCardEntry(string Value, VCardUse Use = VCardUse.None);

public sealed record VCardAddress(
    string Street, string Locality, string Region = "", string PostalCode = "", string Country = "",
    string Extended = "", string PostBox = "", VCardUse Use = VCardUse.None);

/// <summary>A picture that the card carries. A picture that a card only points to is not taken: nothing is fetched.</summary>
public sealed record VCardPhoto(string MediaType, byte[] Bytes);

[Flags]
public enum VCardUse
{
    None = 0,
    Home = 1,
    Work = 2,
    Mobile = 4,
    Fax = 8,
    Preferred = 16,
}
