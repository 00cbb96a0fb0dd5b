namespace Gilde.Web.Formats;

/// <summary>One content line of a vCard, taken apart but not yet decoded: <c>group.NAME;PARAMETER=value:value</c>.</summary>
internal sealed record VCardProperty(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    /// <summary>Null when the line is none.</summary>
    public static VCardProperty? Parse(string line)
    {
        var colon = IndexOutsideQuotes(line, ':', 0) is >= 0 and var found ? found : line.IndexOf(':');
        if (colon <= 0)
            return null;
        var head = SplitOutsideQuotes(line[..colon], ';');
        var name = head[0].Trim();
        name = name[(name.LastIndexOf('.') + 1)..].ToUpperInvariant();
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return null;
        return new VCardProperty(name, [.. head.Skip(1).SelectMany(ParametersIn)], line[(colon + 1)..]);
    }

    public string? Parameter(string name) => Parameters.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    public bool Is(string parameter, string value) =>
        Parameters.Any(p => p.Name == parameter && p.Value.Equals(value, StringComparison.OrdinalIgnoreCase));

    public VCardUse Use
    {
        get
        {
            var use = Parameter("PREF") is null ? VCardUse.None : VCardUse.Preferred;
            foreach (var (name, value) in Parameters)
                if (name == "TYPE")
                    use |= UseOf(value);
            return use;
        }
    }

    private static VCardUse UseOf(string type) => type.ToUpperInvariant() switch
    {
        "HOME" => VCardUse.Home,
        "WORK" => VCardUse.Work,
        "CELL" or "IPHONE" => VCardUse.Mobile,
        "FAX" => VCardUse.Fax,
        "PREF" => VCardUse.Preferred,
        _ => VCardUse.None,
    };

    /// <summary>Version 2.1 names values without their parameter: <c>TEL;WORK;QUOTED-PRINTABLE:</c>.</summary>
    private static IEnumerable<(string Name, string Value)> ParametersIn(string text)
    {
        var equals = text.IndexOf('=');
        if (equals < 0)
            return [(text.Trim().ToUpperInvariant() is "QUOTED-PRINTABLE" or "BASE64" ? "ENCODING" : "TYPE", text.Trim())];
        var name = text[..equals].Trim().ToUpperInvariant();
        return text[(equals + 1)..].Replace("\"", "").Split(',').Select(value => (name, value.Trim()));
    }

    private static List<string> SplitOutsideQuotes(string text, char separator)
    {
        List<string> parts = [];
        var start = 0;
        for (int end; (end = IndexOutsideQuotes(text, separator, start)) >= 0; start = end + 1)
            parts.Add(text[start..end]);
        parts.Add(text[start..]);
        return parts;
    }

    private static int IndexOutsideQuotes(string text, char wanted, int start)
    {
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == wanted && !quoted)
                return i;
        }
        return -1;
    }
}
