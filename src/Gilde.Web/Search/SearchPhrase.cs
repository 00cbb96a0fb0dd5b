using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>What a phrase of a profile is; in the order in which it explains best why somebody was found.</summary>
public enum PhraseKind { Skill, Offer, Title, Firm, Place, Credential, Education, Former, Interest, Seek, Language }

/// <summary>
/// One phrase of a profile as search knows it, derived from the profile: for filters, their counts and the reason of a hit. The words to
/// find people by stand in the full-text table <c>search_rows_fts</c>, one row for a member and audience.
/// </summary>
public sealed class SearchPhrase
{
    public const int MaxText = 500;

    public long Id { get; private set; }
    public long MemberId { get; init; }
    /// <summary><see cref="Audience.Members"/> or <see cref="Audience.Contacts"/>: what is for everyone is for members too, and only members search.</summary>
    public Audience Audience { get; init; }
    public PhraseKind Kind { get; init; }
    public required string Text { get; init; }
    /// <summary>The same folded (see <see cref="Words.Fold"/>): phrases with one key are one.</summary>
    public required string Key { get; init; }
}
