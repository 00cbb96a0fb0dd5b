using Gilde.Web.Web.Design;

namespace Gilde.Web.Profiles.Editing;

public enum EntryFieldType { Line, Text, Date, Address, Choice }

/// <summary>One field in the form of an entry.</summary>
public sealed record EntryField(string Name, string Label, EntryFieldType Type = EntryFieldType.Line, int Max = 200)
{
    /// <summary>What to say when it is left empty; null where it may be.</summary>
    public string? Missing { get; init; }
    public string? Hint { get; init; }
    public string? Placeholder { get; init; }
    public IReadOnlyList<Option> Options { get; init; } = [];
    /// <summary>Stands beside the field before it where there is room.</summary>
    public bool Beside { get; init; }
}
