using Gilde.Web.Feed;

namespace Gilde.Web.Posts;

internal static class ReactionPaging
{
    public static string Place(ReactionRow row) => new FeedPlace(row.At, row.Id).ToString();

    /// <summary>Those after a place of the list, which is newest first.</summary>
    public static IQueryable<ReactionRow> Before(this IQueryable<ReactionRow> rows, string? place) =>
        FeedPlace.Parse(place) is { } last ? rows.Where(r => r.At < last.At || (r.At == last.At && r.Id < last.PostId)) : rows;
}
