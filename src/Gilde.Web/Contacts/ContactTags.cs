using Gilde.Web.Formats;

namespace Gilde.Web.Contacts;

/// <summary>The viewer's own words on their contacts. A tag keeps the spelling in which it was first used.</summary>
public static class ContactTags
{
    public const int MostAtOnce = 200;

    /// <summary>Tags as typed, with commas between.</summary>
    public static IReadOnlyList<string> Split(string? typed) =>
        [.. (typed ?? "").Split(',', ';', '\n').Select(VisibleText.Line).Select(t => t.TrimStart('#').Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    public static string? Problem(IReadOnlyList<string> tags, Texts t) =>
        tags.Count > ContactTag.MostPerContact ? t["At most {0} tags, please.", ContactTag.MostPerContact]
        : tags.FirstOrDefault(tag => tag.Length > ContactTag.MaxLength) is { } tooLong ? t["The tag “{0}” is longer than {1} characters.", tooLong, ContactTag.MaxLength]
        : null;

    /// <summary>Adds to the unit of work that a contact has exactly these tags.</summary>
    internal static async Task Set(GildeDb db, Viewer viewer, long otherId, IReadOnlyList<string> tags, CancellationToken stop)
    {
        var spelled = await Spelled(db, viewer, tags, stop);
        var before = await db.ContactTags.Where(t => t.OwnerId == viewer.Id && t.OtherId == otherId).ToListAsync(stop);
        db.RemoveRange(before.Where(b => !spelled.Contains(b.Tag)));
        foreach (var tag in spelled.Except(before.Select(b => b.Tag))) db.Add(new ContactTag { OwnerId = viewer.Id, OtherId = otherId, Tag = tag });
    }

    /// <summary>Gives many contacts one tag, or takes it from them; others than the viewer's contacts are passed over.</summary>
    public static Task<int> SetForMany(GildeDb db, Viewer viewer, IReadOnlyCollection<long> others, string tag, bool remove, CancellationToken stop = default) => db.Alone(async () =>
    {
        var contacts = await db.ContactsOf(viewer).Where(c => others.Contains(c.OtherId)).Select(c => c.OtherId).ToListAsync(stop);
        var spelled = (await Spelled(db, viewer, [tag], stop))[0];
        var having = db.ContactTags.Where(t => t.OwnerId == viewer.Id && t.Tag == spelled && contacts.Contains(t.OtherId));
        if (remove) return await having.ExecuteDeleteAsync(stop);
        var full = await db.ContactTags.Where(t => t.OwnerId == viewer.Id && contacts.Contains(t.OtherId)).GroupBy(t => t.OtherId).Where(g => g.Count() >= ContactTag.MostPerContact).Select(g => g.Key).ToListAsync(stop);
        var missing = contacts.Except(await having.Select(t => t.OtherId).ToListAsync(stop)).Except(full).ToList();
        foreach (var id in missing) db.Add(new ContactTag { OwnerId = viewer.Id, OtherId = id, Tag = spelled });
        await db.SaveChangesAsync(stop);
        return missing.Count;
    }, stop);

    private static async Task<List<string>> Spelled(GildeDb db, Viewer viewer, IReadOnlyList<string> tags, CancellationToken stop)
    {
        var known = await db.ContactTags.Where(t => t.OwnerId == viewer.Id).Select(t => t.Tag).Distinct().ToListAsync(stop);
        return [.. tags.Select(tag => known.Find(k => k.Equals(tag, StringComparison.OrdinalIgnoreCase)) ?? tag)];
    }
}
