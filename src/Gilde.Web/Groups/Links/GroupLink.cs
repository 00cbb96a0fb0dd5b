namespace Gilde.Web.Groups.Links;

/// <summary>An address on the web that a group keeps at hand.</summary>
public sealed class GroupLink
{
    public const int MaxTitle = 150;
    public const int MaxAddress = 500;
    public const int Most = 2_000;

    public long Id { get; private set; }
    public long GroupId { get; init; }
    public required string Title { get; init; }
    public required string Address { get; init; }
    /// <summary>Title and address folded: what the search compares.</summary>
    public required string Words { get; init; }
    public long ById { get; init; }
    public Instant At { get; init; }
}
