namespace Gilde.Web.Contacts;

/// <summary>The list of contacts: what a line holds, and which lines a search leaves.</summary>
internal static class ContactRowScopes
{
    private const int MostTerms = 6;

    public static IQueryable<ContactRow> ContactRows(this GildeDb db, Viewer viewer) =>
        from c in db.ContactsOf(viewer)
        join m in db.Members on c.OtherId equals m.Id
        join t in db.Ties on new { Low = c.OwnerId < c.OtherId ? c.OwnerId : c.OtherId, High = c.OwnerId < c.OtherId ? c.OtherId : c.OwnerId }
            equals new { Low = t.LowId, High = t.HighId } into ties
        from t in ties.DefaultIfEmpty()
        select new ContactRow
        {
            Id = m.Id,
            Handle = m.Handle,
            Name = m.Name,
            Headline = m.Headline,
            PictureId = m.PictureId,
            Since = c.Since,
            LastTalk = t.LastLowToHigh == null || t.LastHighToLow > t.LastLowToHigh ? t.LastHighToLow : t.LastLowToHigh,
            MetAt = c.MetAt,
            Hidden = c.Hidden,
            Note = c.Note,
            HowMet = c.HowMet,
            SortName = SortName.Of(m.Name),
        };

    public static IQueryable<ContactRow> WithTag(this IQueryable<ContactRow> rows, GildeDb db, Viewer viewer, string? tag) =>
        string.IsNullOrEmpty(tag) ? rows : rows.Where(r => db.ContactTags.Any(t => t.OwnerId == viewer.Id && t.OtherId == r.Id && t.Tag == tag));

    /// <summary>Rows in which each word stands somewhere: in name, headline, tags or the viewer's own notes.</summary>
    public static IQueryable<ContactRow> WithWords(this IQueryable<ContactRow> rows, GildeDb db, Viewer viewer, string? words)
    {
        foreach (var term in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostTerms))
        {
            var pattern = LikePattern.InAnyCase(term);
            rows = rows.Where(r => EF.Functions.Like(r.Name.ToLower(), pattern, LikePattern.Escape) || EF.Functions.Like(r.Headline.ToLower(), pattern, LikePattern.Escape)
                || EF.Functions.Like(r.Note.ToLower(), pattern, LikePattern.Escape) || EF.Functions.Like(r.HowMet.ToLower(), pattern, LikePattern.Escape)
                || db.ContactTags.Any(t => t.OwnerId == viewer.Id && t.OtherId == r.Id && EF.Functions.Like(t.Tag.ToLower(), pattern, LikePattern.Escape)));
        }
        return rows;
    }

    public static IQueryable<TagCount> TagsOf(this GildeDb db, Viewer viewer)
    {
        var contacts = db.ContactsOf(viewer);
        return db.ContactTags.Where(t => t.OwnerId == viewer.Id && contacts.Any(c => c.OtherId == t.OtherId))
            .GroupBy(t => t.Tag).Select(g => new TagCount { Tag = g.Key, Count = g.Count() });
    }
}

public sealed class TagCount
{
    public required string Tag { get; init; }
    public int Count { get; init; }
}
