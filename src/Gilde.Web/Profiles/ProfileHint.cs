namespace Gilde.Web.Profiles;

/// <summary>One gentle word on what would make the profile more useful, with the way there.</summary>
public sealed record ProfileHint(string Name, string Text, string ActionLabel, string Href, string? Frame = null);
