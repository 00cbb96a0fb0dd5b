using System.Globalization;
using System.Linq.Expressions;
using Gilde.Web.Profiles;

namespace Gilde.Web.Contacts;

/// <summary>A request for contact as either side sees it; <see cref="Who"/> is the other. The asker sees no mutual contacts here.</summary>
public sealed record RequestRow(long Id, Person Who, string Reason, Instant At, bool InPerson)
{
    /// <summary>What they do at present, where they show it to members.</summary>
    public string Position { get; init; } = "";
    public int MutualCount { get; init; }
    /// <summary>The first few of them by name.</summary>
    public IReadOnlyList<string> Mutual { get; init; } = [];
}

/// <summary>A page of requests; <see cref="After"/> is where the next begins, null at the end.</summary>
public sealed record FoundRequests(IReadOnlyList<RequestRow> Rows, string? After)
{
    public FoundRequests Marked(IReadOnlyDictionary<long, byte> near) => this with { Rows = [.. Rows.Select(r => r with { Who = r.Who with { Degree = near[r.Who.Id] } })] };
}

public static class RequestList
{
    public const int PageSize = 20;
    private const int Named = 3;

    /// <summary>Open requests to the viewer, newest first.</summary>
    public static async Task<FoundRequests> To(GildeDb db, Viewer viewer, string? after, int size = PageSize, CancellationToken stop = default)
    {
        var page = await Load(db, viewer, db.RequestsTo(viewer), r => r.FromId, after, size, stop);
        var others = page.Rows.Select(r => r.Who.Id).ToList();
        var mutual = (await db.MutualContacts(viewer, others).ToListAsync(stop)).ToLookup(m => m.OtherId, m => m.Name);
        var positions = await CurrentPositions.Of(db, others, asContacts: false, stop);
        return page with { Rows = [.. page.Rows.Select(Complete)] };

        RequestRow Complete(RequestRow row) => row with
        {
            Position = positions.TryGetValue(row.Who.Id, out var position) ? string.Join(", ", new[] { position.Title, position.Firm }.Where(p => p.Length > 0)) : "",
            MutualCount = mutual[row.Who.Id].Count(),
            Mutual = [.. mutual[row.Who.Id].Take(Named)],
        };
    }

    /// <summary>What the viewer has asked and believes unanswered, newest first.</summary>
    public static Task<FoundRequests> From(GildeDb db, Viewer viewer, string? after, CancellationToken stop = default) =>
        Load(db, viewer, db.RequestsFrom(viewer), r => r.ToId, after, PageSize, stop);

    private static async Task<FoundRequests> Load(
        GildeDb db, Viewer viewer, IQueryable<ContactRequest> requests, Expression<Func<ContactRequest, long>> other, string? after, int size, CancellationToken stop)
    {
        if (Position(after) is var (at, id)) requests = requests.Where(r => r.At < at || (r.At == at && r.Id < id));
        var found = await requests.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(size + 1)
            .Join(db.MembersVisibleTo(viewer), other, m => m.Id, (r, m) => new { r, m })
            .OrderByDescending(x => x.r.At).ThenByDescending(x => x.r.Id)
            .Select(x => new RequestRow(x.r.Id, new Person(x.m.Id, x.m.Handle, x.m.Name, x.m.Headline, x.m.PictureId), x.r.Reason, x.r.At, x.r.InPerson))
            .ToListAsync(stop);
        return found.Count <= size ? new(found, null) : new(found[..size], Cursor(found[size - 1]));
    }

    private static string Cursor(RequestRow last) => string.Create(CultureInfo.InvariantCulture, $"{last.At.ToUnixTimeTicks() / 10}-{last.Id}");

    private static (Instant At, long Id)? Position(string? after) =>
        after?.Split('-') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var micros) && micros is > 0 and < 1L << 52 && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? (Instant.FromUnixTimeTicks(micros * 10), number)
            : null;
}
