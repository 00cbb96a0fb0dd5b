namespace Gilde.Web.Search;

/// <summary>
/// The words of the index, whoever may see them: to find more words to search for, never to be shown. What they lead to is looked up
/// in what the viewer may see, like any word.
/// </summary>
internal sealed class Vocabulary(GildeDb db)
{
    private const int ShortestPart = 4, MostContaining = 20, MostAlike = 8, Candidates = 300;

    private const string ContainingSqlite = "SELECT word AS \"Value\" FROM search_parts_fts WHERE search_parts_fts MATCH '\"' || {0} || '\"' AND instr(word, {0}) > 1 ORDER BY length(word), word LIMIT {1}";
    private const string ContainingPostgres = "SELECT word AS \"Value\" FROM search_words_fts WHERE word LIKE '_%' || {0} || '%' ORDER BY length(word), word LIMIT {1}";
    private const string NearSqlite = "SELECT word AS \"Value\" FROM search_words_fts WHERE length(word) >= {1}";
    private const string NearPostgres = """
        SELECT word AS "Value" FROM search_words_fts WHERE (word % {0} OR {0} <% word) AND length(word) >= {1}
        ORDER BY greatest(similarity(word, {0}), word_similarity({0}, word)) DESC, word LIMIT {2}
        """;

    /// <summary>Words that have the given one inside: "Feuerverzinkung" for "Verzinkung".</summary>
    public async Task<IReadOnlyList<string>> Containing(string word, CancellationToken stop)
    {
        if (word.Length < ShortestPart) return [];
        var part = Words.Stem(word) is { Length: >= ShortestPart } stem ? stem : word;
        return await db.Database.SqlQueryRaw<string>(db.IsPostgres ? ContainingPostgres : ContainingSqlite, part, MostContaining).ToListAsync(stop);
    }

    /// <summary>Words that begin almost like the given one, the nearest first.</summary>
    public async Task<IReadOnlyList<string>> Alike(string word, CancellationToken stop)
    {
        var slips = EditDistance.Allowed(word.Length);
        if (slips == 0) return [];
        return (await Near(word, slips, stop)).Select(other => (Word: other, Slips: EditDistance.ToBeginning(word, other, slips)))
            .Where(other => other.Slips <= slips)
            .OrderBy(other => other.Slips).ThenBy(other => Math.Abs(other.Word.Length - word.Length)).ThenBy(other => other.Word, StringComparer.Ordinal)
            .Take(MostAlike).Select(other => other.Word).ToList();
    }

    /// <summary>SQLite: all of a fitting length: asked only where nobody was found. PostgreSQL: those that share enough groups of three letters.</summary>
    private Task<List<string>> Near(string word, int slips, CancellationToken stop)
    {
        if (!db.IsPostgres) return db.Database.SqlQueryRaw<string>(NearSqlite, word, word.Length - slips).ToListAsync(stop);
        return db.Atomically(async () =>
        {
            await db.Database.ExecuteSqlRawAsync("SET LOCAL pg_trgm.similarity_threshold = 0.2; SET LOCAL pg_trgm.word_similarity_threshold = 0.4", stop);
            return await db.Database.SqlQueryRaw<string>(NearPostgres, word, word.Length - slips, Candidates).ToListAsync(stop);
        }, stop);
    }
}
