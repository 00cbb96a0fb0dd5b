using Gilde.Web.Formats;
using Gilde.Web.Search;

namespace Gilde.Web.Groups;

/// <summary>What the forms for founding and for changing a group send.</summary>
public sealed record GroupInput
{
    public string? Name { get; init; }
    public string? Summary { get; init; }
    public string? Description { get; init; }
    public string? Kind { get; init; }
    /// <summary>Also to be read without an account; counts for an open group alone.</summary>
    public bool Public { get; init; }
    public string? Rules { get; init; }
    public string? Welcome { get; init; }
    /// <summary>Separated by commas.</summary>
    public string? Tags { get; init; }
    /// <summary>Seconds between two posts of one member.</summary>
    public int Slow { get; init; }
    /// <summary>Posts of plain members wait for a moderator.</summary>
    public bool Moderated { get; init; }
    /// <summary>Yes, more people may read from now on.</summary>
    public bool Wider { get; init; }
    /// <summary>The picture goes.</summary>
    public bool Unpictured { get; init; }
}

/// <summary>The same, cleaned; whether it can be taken says <see cref="Check"/>.</summary>
public sealed record GroupDetails(string Name, string Summary, string Description, GroupKind? Kind, bool IsPublic, string Rules, string Welcome, IReadOnlyList<string> Tags, int SlowSeconds, bool IsModerated)
{
    /// <summary>Between two posts: not at all, a minute, ten minutes, an hour, a day.</summary>
    public static readonly IReadOnlyList<int> Slows = [0, 60, 600, 3_600, 86_400];

    public static GroupDetails Of(GroupInput input)
    {
        var kind = Enum.TryParse<GroupKind>(input.Kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (GroupKind?)null;
        return new(VisibleText.Line(input.Name ?? ""), VisibleText.Line(input.Summary ?? ""), VisibleText.Block(input.Description ?? ""), kind, kind == GroupKind.Open && input.Public,
            VisibleText.Block(input.Rules ?? ""), VisibleText.Block(input.Welcome ?? ""), Split(input.Tags), input.Slow, input.Moderated);
    }

    public FieldErrors Check(Viewer viewer)
    {
        var (t, errors) = (viewer.T, new FieldErrors());
        if (Name.Length == 0) errors.Add("name", t["Please give the group a name."]);
        if (Summary.Length == 0) errors.Add("summary", t["Please say in one line what the group is about."]);
        if (Kind is null) errors.Add("kind", t["Please choose who gets in."]);
        if (Tags.Count > GroupTag.Most) errors.Add("tags", t["At most {0} tags, please.", GroupTag.Most]);
        if (Tags.Any(tag => tag.Length > GroupTag.MaxName)) errors.Add("tags", t["A tag has at most {0} characters.", GroupTag.MaxName]);
        if (!Slows.Contains(SlowSeconds)) errors.Add("slow", t["Please choose one of these."]);
        return errors.AtMost(Group.MaxName, t, "name", Name).AtMost(Group.MaxSummary, t, "summary", Summary).AtMost(Group.MaxDescription, t, "description", Description)
            .AtMost(Group.MaxRules, t, "rules", Rules).AtMost(Group.MaxWelcome, t, "welcome", Welcome);
    }

    public IEnumerable<GroupTag> TagsOf(long groupId) => Tags.Select((tag, rank) => new GroupTag { GroupId = groupId, Key = KeyOf(tag), Name = tag, Rank = rank });

    /// <summary>Into the group, but for rules and tags, which have rows of their own.</summary>
    public void Fill(Group group, Instant now)
    {
        (group.Name, group.Summary, group.Description, group.Welcome, group.Kind) = (Name, Summary, Description, Welcome, Kind!.Value);
        group.PublicSince = IsPublic ? group.PublicSince ?? now : null;
        group.Words = VisibleText.Cut(Words.Fold($"{Name} {Summary} {string.Join(' ', Tags)}"), Group.MaxWords);
        group.SlowSeconds = SlowSeconds;
        group.ModeratedSince = IsModerated ? group.ModeratedSince ?? now : null;
    }

    private static List<string> Split(string? tags) =>
        (tags ?? "").Split([',', ';', '\n']).Select(tag => VisibleText.Line(tag).TrimStart('#', ' ')).Where(tag => KeyOf(tag).Length > 0).DistinctBy(KeyOf).ToList();

    private static string KeyOf(string tag) => VisibleText.Cut(Words.Fold(tag), GroupTag.MaxName);
}
