namespace Gilde.Web.Groups;

/// <summary>How one gets in, and who reads what is said.</summary>
public enum GroupKind
{
    /// <summary>Anyone joins at once; every member of the network reads, and everybody outside where <see cref="Group.PublicSince"/> is set.</summary>
    Open,
    /// <summary>Everybody finds it; owners and moderators let people in; its members alone read.</summary>
    OnRequest,
    /// <summary>Everybody finds it; one gets in by invitation; its members alone read.</summary>
    Closed,
    /// <summary>Exists only for its members and those invited.</summary>
    Secret,
}

/// <summary>Members of a trade or a niche who talk among themselves: "Draht und Kabel". It always has an owner.</summary>
public sealed class Group
{
    public const int MaxName = 80;
    public const int MaxSummary = 200;
    public const int MaxDescription = 10_000;
    public const int MaxWelcome = 2_000;
    public const int MaxRules = 10_000;
    public const int MaxWords = 600;
    public const int MaxSlug = 60;
    /// <summary>To so many groups one member may belong.</summary>
    public const int MostOfAMember = 100;

    public long Id { get; private set; }
    /// <summary>Lower-case ASCII, unique: the address is <c>/groups/slug</c>.</summary>
    public required string Slug { get; set; }
    public required string Name { get; set; }
    public GroupKind Kind { get; set; }
    /// <summary>One line for lists.</summary>
    public string Summary { get; set; } = "";
    /// <summary>Markdown.</summary>
    public string Description { get; set; } = "";
    /// <summary>Markdown; shown to who has just joined.</summary>
    public string Welcome { get; set; } = "";
    /// <summary>Set while the posts of an open group can also be read without an account.</summary>
    public Instant? PublicSince { get; set; }
    public long? PictureId { get; set; }
    public long CreatedById { get; init; }
    public Instant CreatedAt { get; init; }
    /// <summary>Read-only from then on.</summary>
    public Instant? ArchivedAt { get; set; }
    /// <summary>Of the rules that hold; 0 while there are none.</summary>
    public int RulesVersion { get; set; }
    /// <summary>So long each member waits between two posts; 0 for not at all.</summary>
    public int SlowSeconds { get; set; }
    /// <summary>Set while posts of plain members wait for a moderator first.</summary>
    public Instant? ModeratedSince { get; set; }
    /// <summary>Name, summary and trade tags as <see cref="Search.Words"/> folds them: what the directory searches.</summary>
    public string Words { get; set; } = "";
    /// <summary>How many members there are.</summary>
    public int Members { get; set; }
    /// <summary>When something was last said.</summary>
    public Instant ActiveAt { get; set; }

    public bool IsPublic => Kind == GroupKind.Open && PublicSince is not null;

    /// <summary>How many come to know of the group and of what is said in it: 0 for a secret one, 3 for one that is also read without an account.</summary>
    public static int Reach(GroupKind kind, bool isPublic) => kind switch
    {
        GroupKind.Secret => 0,
        GroupKind.Closed or GroupKind.OnRequest => 1,
        GroupKind.Open => isPublic ? 3 : 2,
    };
}

public enum GroupRole { Member, Moderator, Owner }

/// <summary>That somebody belongs to a group.</summary>
public sealed class GroupMember
{
    public long GroupId { get; init; }
    public long MemberId { get; init; }
    public GroupRole Role { get; set; }
    public Instant JoinedAt { get; init; }
    /// <summary>Of the rules that the member accepted last.</summary>
    public int RulesVersion { get; set; }
    /// <summary>When the member last posted; slow mode counts from it.</summary>
    public Instant? PostedAt { get; set; }
    /// <summary>Set while the member does not want the group's posts in their feed.</summary>
    public Instant? MutedAt { get; set; }
    /// <summary>When the member put the welcome text away.</summary>
    public Instant? WelcomedAt { get; set; }
}

/// <summary>A word of the trade under which the directory finds a group.</summary>
public sealed class GroupTag
{
    public const int MaxName = 40;
    public const int Most = 6;

    public long GroupId { get; init; }
    /// <summary>Folded; unique within the group.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public int Rank { get; init; }
}

/// <summary>One version of a group's rules. Who accepted which stands with <see cref="GroupMember.RulesVersion"/>.</summary>
public sealed class GroupRuleset
{
    public long GroupId { get; init; }
    public int Version { get; init; }
    /// <summary>Markdown.</summary>
    public required string Text { get; init; }
    public Instant At { get; init; }
    public long? ById { get; init; }
}
