using Gilde.Web.Contacts;
using Gilde.Web.Introductions;

namespace Gilde.Web.Search;

/// <summary>Why somebody was found: a phrase of their profile that the viewer may see.</summary>
public sealed record Reason(PhraseKind Kind, string Text);

/// <summary>One line of the results.</summary>
public sealed record FoundPerson(Person Person, Nearness Nearness, IReadOnlyList<Reason> Reasons);

/// <summary>How many of those found share a phrase; choosing it narrows the search.</summary>
public sealed record Facet(PhraseKind Kind, string Text, int Count);

/// <param name="Total">How many were found; at most <see cref="FindPeople.Most"/> are counted.</param>
/// <param name="Alike">Nothing has the words as typed: these are spelt alike.</param>
/// <param name="Next">The place where the next page begins.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundPerson> People, int Total, bool Alike, IReadOnlyList<Facet> Facets, string? Next);
