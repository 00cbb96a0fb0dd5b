using System.Text;

namespace Gilde.Web.Demo;

/// <summary>
/// Makes sentences from templates: <c>{x}</c> is a value or a line of section x (the same each time in one talk, <c>{*x}</c> a new one),
/// <c>[a|b]</c> a choice, <c>&lt;Sie|du&gt;</c> follows how two address each other, <c>\n</c> breaks the line.
/// </summary>
internal sealed class DemoPhrases(IReadOnlyDictionary<string, List<string>> sections)
{
    public bool Has(string section) => sections.ContainsKey(section);

    public IReadOnlyList<string> Lines(string section) => sections[section];

    /// <summary>A random line of the section, filled in.</summary>
    public string Say(string section, DemoTalkContext context) => Fill(context.Random.Pick(sections[section]), context);

    public string Fill(string template, DemoTalkContext context)
    {
        var at = 0;
        return Run(template, ref at, context, stop: "").Replace("\\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Reads up to one of the stopping letters and fills in what it meets.</summary>
    private string Run(string template, ref int at, DemoTalkContext context, string stop)
    {
        var text = new StringBuilder();
        for (; at < template.Length && !stop.Contains(template[at]); at++)
        {
            switch (template[at])
            {
                case '{': text.Append(Slot(template, ref at, context)); break;
                case '[': text.Append(context.Random.Pick(Choices(template, ref at, context, ']'))); break;
                case '<': text.Append(Choices(template, ref at, context, '>')[context.Familiar ? 1 : 0]); break;
                default: text.Append(template[at]); break;
            }
        }
        return text.ToString();
    }

    private List<string> Choices(string template, ref int at, DemoTalkContext context, char end)
    {
        var choices = new List<string>();
        do
        {
            at++;
            choices.Add(Run(template, ref at, context, $"|{end}"));
        }
        while (template[at] != end);
        return choices;
    }

    private string Slot(string template, ref int at, DemoTalkContext context)
    {
        var end = template.IndexOf('}', at);
        var name = template[(at + 1)..end];
        at = end;
        if (name.StartsWith('*')) return Say(name[1..], context);
        if (context.Values.TryGetValue(name, out var known)) return known;
        if (!Has(name)) throw new InvalidDataException($"Nothing fills {{{name}}} in “{template}”.");
        return context.Values[name] = Say(name, context);
    }
}

/// <summary>What one text or talk knows: its values, and whether the two say du.</summary>
internal sealed class DemoTalkContext(DemoRandom random, bool familiar = false)
{
    public DemoRandom Random { get; } = random;
    public bool Familiar { get; } = familiar;
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);
}
