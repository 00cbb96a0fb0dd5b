using System.Text.Json.Serialization;
using Gilde.Web.Contacts;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups;

/// <summary>A group as it is for the viewer: what it says of itself, and what they are to it.</summary>
public sealed record GroupView
{
    [JsonIgnore]
    public long Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Summary { get; init; }
    public required string Description { get; init; }
    public GroupKind Kind { get; init; }
    public bool IsPublic { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public int Members { get; init; }
    [JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => PictureAddress.Small(PictureId);
    public Instant CreatedAt { get; init; }
    public Instant ActiveAt { get; init; }
    public Instant? ArchivedAt { get; init; }
    public string Rules { get; init; } = "";
    public int RulesVersion { get; init; }
    [JsonIgnore]
    public string Welcome { get; init; } = "";
    [JsonIgnore]
    public int SlowSeconds { get; init; }
    [JsonIgnore]
    public Instant? ModeratedSince { get; init; }

    /// <summary>What the viewer is in it; null for nothing.</summary>
    public GroupRole? Role { get; init; }
    [JsonIgnore]
    public int AcceptedRules { get; init; }
    [JsonIgnore]
    public Instant? WelcomedAt { get; init; }
    /// <summary>What is said here comes into the viewer's feed: as a member who has not muted it, or because they follow it.</summary>
    public bool IsInFeed { get; init; }
    /// <summary>When the viewer asked to be let in; a silent no changes nothing.</summary>
    public Instant? AskedAt { get; init; }
    public Person? InvitedBy { get; init; }
    /// <summary>Why the viewer is kept out; null where they are not.</summary>
    [JsonIgnore]
    public string? KeptOut { get; init; }
    /// <summary>How many wait to be let in, for those who run it.</summary>
    [JsonIgnore]
    public int Waiting { get; init; }

    [JsonIgnore]
    public string Href => "/groups/" + Slug;
    [JsonIgnore]
    public bool IsMember => Role is not null;
    [JsonIgnore]
    public bool IsOwner => Role == GroupRole.Owner;
    [JsonIgnore]
    public bool Runs => Role >= GroupRole.Moderator;
    /// <summary>The viewer may read what is said.</summary>
    [JsonIgnore]
    public bool IsRead => IsMember || Kind == GroupKind.Open;
    /// <summary>The viewer does not belong to it and may follow it all the same.</summary>
    [JsonIgnore]
    public bool MayFollow => !IsMember && Kind == GroupKind.Open;
    /// <summary>New rules wait for the viewer's yes; until then they only read.</summary>
    [JsonIgnore]
    public bool MustAccept => IsMember && AcceptedRules != RulesVersion;
    [JsonIgnore]
    public bool MayWrite => IsMember && !MustAccept && ArchivedAt is null;
    [JsonIgnore]
    public bool MayInvite => ArchivedAt is null && (Kind == GroupKind.Open ? IsMember : Runs);
    [JsonIgnore]
    public bool MayJoin => !IsMember && KeptOut is null && ArchivedAt is null && (Kind == GroupKind.Open || InvitedBy is not null);
    [JsonIgnore]
    public bool MayAsk => !IsMember && KeptOut is null && ArchivedAt is null && Kind == GroupKind.OnRequest && InvitedBy is null && AskedAt is null;
}
