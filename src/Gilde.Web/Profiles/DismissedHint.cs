namespace Gilde.Web.Profiles;

/// <summary>A hint that a member does not want to see again.</summary>
public sealed class DismissedHint
{
    /// <summary>The list of first steps on the home page.</summary>
    public const string GettingStarted = "getting-started";

    public const string Headline = "headline", Picture = "picture", BringContacts = "bring-contacts", FindPeople = "find-people";

    public long MemberId { get; init; }
    public required string Hint { get; init; }
    public Instant At { get; init; }
}
