namespace Gilde.Web.Moderation;

/// <summary>What somebody reports, as it stands.</summary>
/// <param name="AuthorId">The person concerned; null for a group.</param>
/// <param name="Text">Its words in Markdown: what can be read of it, title, note and poll with it.</param>
/// <param name="Name">Who wrote it, who it is, or what the group is called.</param>
/// <param name="Href">Where it stands.</param>
/// <param name="WrittenAt">Null for a group or a profile.</param>
public sealed record ReportedThing(CaseKind Kind, long Id, long? AuthorId, string Text, IReadOnlyList<long> Pictures, string Name, string Href, Instant? WrittenAt = null)
{
    /// <summary>Parts of a text, the empty ones left out.</summary>
    public static string Words(params IEnumerable<string> parts) => string.Join("\n\n", parts.Where(p => p.Length > 0));

    public static string Heading(string text) => text.Length == 0 ? "" : "# " + text;

    public static IReadOnlyList<long> PictureIds(params IEnumerable<long?> ids) => ids.OfType<long>().Distinct().ToList();
}
