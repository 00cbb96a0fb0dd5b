namespace Gilde.Web.Search;

/// <summary>What is searched for, as it stands in the address.</summary>
public sealed record SearchInput(string? Q = null, string? Place = null, string? Firm = null, string? Skill = null, string? After = null)
{
    public const int MaxLength = 200;

    public string Text => (Q ?? "").Trim();
    public bool IsEmpty => Text.Length == 0 && !Filters.Any();

    public IEnumerable<(PhraseKind Kind, string Value)> Chosen =>
        new[] { (PhraseKind.Place, Place), (PhraseKind.Firm, Firm), (PhraseKind.Skill, Skill) }.Where(f => !string.IsNullOrWhiteSpace(f.Item2)).Select(f => (f.Item1, f.Item2!.Trim()));

    public IEnumerable<PhraseFilter> Filters => Chosen.Select(f => new PhraseFilter(f.Kind, Words.Fold(f.Value))).Where(f => f.Key.Length > 0);

    /// <summary>What the viewer looks for, as a phrase: "Ziehsteine, Altena".</summary>
    public string Wish => string.Join(", ", new[] { Text, Skill, Firm, Place }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));

    public FieldErrors Check(Texts t)
    {
        var errors = new FieldErrors();
        if (new[] { Q, Place, Firm, Skill, After }.Any(value => value?.Length > MaxLength)) errors.Add("q", t["Please search with fewer words: {0} characters at most.", MaxLength]);
        return errors;
    }

    public SearchInput With(PhraseKind kind, string? value) => (kind switch
    {
        PhraseKind.Place => this with { Place = value },
        PhraseKind.Firm => this with { Firm = value },
        PhraseKind.Skill => this with { Skill = value },
        _ => this,
    }) with { After = null };

    public string Href(string path = "/search") => path + Query();

    private string Query()
    {
        var parts = new[] { ("q", Text), ("place", Place), ("firm", Firm), ("skill", Skill), ("after", After) }
            .Where(p => !string.IsNullOrWhiteSpace(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
