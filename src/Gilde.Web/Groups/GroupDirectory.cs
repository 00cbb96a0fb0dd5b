using System.Globalization;
using System.Text.Json.Serialization;
using Gilde.Web.Contacts;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups;

/// <summary>A group in a list.</summary>
public sealed record GroupRow
{
    [JsonIgnore]
    public long Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Summary { get; init; }
    public GroupKind Kind { get; init; }
    [JsonIgnore]
    public long? PictureId { get; init; }
    public string? Picture => PictureAddress.Small(PictureId);
    public int Members { get; init; }
    public Instant ActiveAt { get; init; }
    public Instant? ArchivedAt { get; init; }
    /// <summary>What the viewer is in it.</summary>
    public GroupRole? Role { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    [JsonIgnore]
    public string Href => "/groups/" + Slug;
}

/// <summary>An invitation that waits for the viewer's answer.</summary>
public sealed record WaitingInvitation(GroupRow Group, Person By);

/// <param name="Mine">The viewer's own groups; on the first page alone, and not in a search.</param>
/// <param name="After">Where the next page begins; null at the end.</param>
public sealed record DirectoryPage(IReadOnlyList<WaitingInvitation> Invitations, IReadOnlyList<GroupRow> Mine, IReadOnlyList<GroupRow> Groups, string? After);

/// <summary>All groups that exist for the viewer, those in which something was said last first; searched by name, summary and tag.</summary>
public static class GroupDirectory
{
    public const int PageSize = 30, MaxLength = 100;

    public static async Task<DirectoryPage> Load(GildeDb db, Viewer viewer, string? q, string? after, CancellationToken stop = default)
    {
        var words = Search.Words.Of(q).Take(5).ToList();
        var isFirst = words.Count == 0 && after is null;
        var rows = db.DirectoryRows(viewer, words, mineToo: words.Count > 0);
        if (Position(after) is { } from) rows = rows.Where(g => g.ActiveAt < from.At || (g.ActiveAt == from.At && g.Id < from.Id));
        var found = await rows.Take(PageSize + 1).ToListAsync(stop);
        var mine = isFirst ? await db.MyGroupRows(viewer).ToListAsync(stop) : [];
        var invitations = isFirst ? await db.InvitationRows(viewer).ToListAsync(stop) : [];
        List<long> ids = [.. found.Select(g => g.Id), .. mine.Select(g => g.Id), .. invitations.Select(i => i.Group.Id)];
        var (tags, blocked) = (await db.TagsOf(ids, stop), await db.BlockedIn(viewer, ids, stop));
        GroupRow Whole(GroupRow row) => row with { Tags = [.. tags[row.Id]], Members = row.Members - blocked.GetValueOrDefault(row.Id) };
        var next = found.Count > PageSize ? Cursor(found[PageSize - 1]) : null;
        return new([.. invitations.Select(i => i with { Group = Whole(i.Group) })], [.. mine.Select(Whole)], [.. found.Take(PageSize).Select(Whole)], next);
    }

    private static string Cursor(GroupRow last) => string.Create(CultureInfo.InvariantCulture, $"{last.ActiveAt.ToUnixTimeTicks()}-{last.Id}");

    /// <summary>Null at the beginning, and for a cursor that is none.</summary>
    internal static (Instant At, long Id)? Position(string? after) =>
        after?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= Instant.MaxValue.ToUnixTimeTicks()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (Instant.FromUnixTimeTicks(at), number) : null;
}
