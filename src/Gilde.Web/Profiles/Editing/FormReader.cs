using Gilde.Web.Formats;

namespace Gilde.Web.Profiles.Editing;

/// <summary>Reads the named fields of a posted form, cleaned and checked; what was wrong is in <see cref="Errors"/>, what was typed stays in <see cref="Typed"/>.</summary>
public sealed class FormReader(IFormCollection form, Texts t)
{
    public FieldErrors Errors { get; } = new();
    public Dictionary<string, string> Typed { get; } = [];

    /// <param name="required">What to say when it is empty; null where it may be.</param>
    public string Line(string field, int max = 200, string? required = null) => Keep(field, VisibleText.Line(form[field].ToString()), max, required);

    public string Block(string field, int max, string? required = null) => Keep(field, VisibleText.Block(form[field].ToString()), max, required);

    public PartialDate? Date(string field)
    {
        var typed = Line(field, 40);
        if (typed.Length == 0) return null;
        if (TypedDate.TryParse(typed, out var date)) return date;
        Errors.Add(field, t["This is not a date. Write 2021, 03/2021 or 12.03.2021."]);
        return null;
    }

    /// <summary>The chosen audience; what is not one of the choices counts as the default.</summary>
    public Audience Audience(ProfileSection section)
    {
        var typed = Line("audience", 20);
        return Enum.TryParse<Audience>(typed, ignoreCase: true, out var audience) && Enum.IsDefined(audience) ? audience : Sections.DefaultAudience(section);
    }

    /// <summary>Short phrases separated by commas, semicolons or lines, each once.</summary>
    public IReadOnlyList<string> Phrases(string field, int max, int maxLength)
    {
        var typed = Block(field, max * (maxLength + 2));
        var phrases = typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(VisibleText.Line).Where(p => p.Length > 0).DistinctBy(p => p.ToLowerInvariant()).ToList();
        if (phrases.Count > max) Errors.Add(field, t["At most {0}, please; these are {1}.", max, phrases.Count]);
        if (phrases.Find(p => p.Length > maxLength) is { } longest) Errors.Add(field, t["“{0}” is too long: at most {1} characters each.", longest, maxLength]);
        return phrases;
    }

    private string Keep(string field, string value, int max, string? required)
    {
        Typed[field] = value;
        Errors.AtMost(max, t, field, value);
        if (value.Length == 0 && required is not null) Errors.Add(field, required);
        return value;
    }
}
