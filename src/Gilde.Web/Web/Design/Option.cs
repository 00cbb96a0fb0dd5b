namespace Gilde.Web.Web.Design;

/// <summary>One choice of a select, a group of radios or of checkboxes.</summary>
public sealed record Option(string Value, string Label, string? Hint = null);

/// <summary>One of the pages that a row of tabs or a side navigation leads to.</summary>
public sealed record NavLink(string Href, string Label, bool IsCurrent = false, int? Count = null, string? Icon = null);

/// <summary>One row of a list of facts; the value is a link where it has an address.</summary>
public sealed record Fact(string Label, string Value, string? Href = null, string? Icon = null);

/// <summary>One person on a route and the tie to the next. Somebody without an id is not shown to the viewer; <paramref name="Called"/> stands instead of the name.</summary>
public sealed record RoutePerson(long? Id, string Name, string? Headline = null, string? Picture = null, string? Href = null, int TieToNext = 0, string? TieLabel = null, string? Called = null);
