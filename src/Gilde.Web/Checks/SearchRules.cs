using Gilde.Web.Search;

namespace Gilde.Web.Checks;

/// <summary>The indexes that searches ask hold what can be found, and nothing else.</summary>
internal static class SearchRules
{
    private const string Area = "Search";
    private static readonly string[] OfMembers = ["Everybody who can be searched for is in the index.", "The index holds nobody else.", "The index has the words of the profiles."];

    /// <param name="behind">Why the index of members need not be right yet; null if it must.</param>
    public static async Task<List<RuleResult>> Check(GildeDb db, string? behind, CancellationToken stop)
    {
        if (behind is null && await CheckSearch.WaitsToBeBuilt(db, stop)) behind = "the index waits to be built anew";
        List<RuleResult> results = behind is null ? Members(await CheckSearch.Execute(db, stop)) : [.. OfMembers.Select(rule => new RuleResult(Area, rule, 0, []) { Skipped = behind })];
        results.Add(await Places(db, "Every word of the index is in the list of words.", db.IsPostgres
            ? "SELECT DISTINCT word FROM search_rows_fts r, unnest(tsvector_to_array(r.vector)) AS word WHERE NOT EXISTS (SELECT 1 FROM search_words_fts w WHERE w.word = word.word)"
            : "SELECT term FROM search_terms_fts t WHERE NOT EXISTS (SELECT 1 FROM search_words_fts w WHERE w.word = t.term)", stop));
        var (row, table) = db.IsPostgres ? ("message_id", "messages_fts") : ("id", "messages_fts_docsize");
        results.Add(await Places(db, "Every message that can be searched for is in the index.",
            $"SELECT 'message ' || m.id FROM messages m WHERE m.kind = 0 AND NOT EXISTS (SELECT 1 FROM {table} f WHERE f.{row} = m.id)", stop));
        results.Add(await Places(db, "The index of messages holds nothing else.",
            $"SELECT 'message ' || f.{row} FROM {table} f WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = f.{row} AND m.kind = 0)", stop));
        if (db.IsPostgres)
            results.Add(await Places(db, "The index of messages has their words.",
                "SELECT 'message ' || m.id FROM messages m JOIN messages_fts f ON f.message_id = m.id WHERE f.words <> messages_fts_words(m.conversation_id, m.body || ' ' || m.picture_text)", stop));
        return results;
    }

    private static List<RuleResult> Members(IndexFaults faults) =>
        [RuleResult.Of(Area, OfMembers[0], faults.Missing), RuleResult.Of(Area, OfMembers[1], faults.Stray), RuleResult.Of(Area, OfMembers[2], faults.Stale)];

    private static async Task<RuleResult> Places(GildeDb db, string rule, string query, CancellationToken stop) => RuleResult.Of(Area, rule, await db.Texts(query, stop));
}
