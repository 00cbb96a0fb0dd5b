using System.Text.Json;
using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>Writes what search knows of members: phrases, full-text rows and the list of words. Joins the unit of work.</summary>
internal static class SearchIndex
{
    /// <summary>Builds the rows of these members anew; who is gone or not active yet has none.</summary>
    public static async Task Write(GildeDb db, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        // One writer at a time, before it reads: reader and rebuilding may meet, and what was read first must not be written last.
        if (db.IsPostgres) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext('search_rows_fts'))", stop);
        var texts = await ProfileTextReader.Read(db, ids, stop);
        await db.SearchPhrasesOf(ids).ExecuteDeleteAsync(stop);
        foreach (var text in texts) db.AddRange(text.Phrases);
        if (db.IsPostgres) await WritePostgres(db, ids, texts, stop);
        else await WriteSqlite(db, ids, texts, stop);
    }

    /// <summary>How many members can be found by words.</summary>
    public static async Task<int> CountMembers(GildeDb db, CancellationToken stop) => (await db.Database.SqlQueryRaw<int>(db.IsPostgres
        ? "SELECT count(*)::int AS \"Value\" FROM search_rows_fts WHERE audience = 1"
        : "SELECT count(*) AS \"Value\" FROM search_rows_fts WHERE rowid % 4 = 1").ToListAsync(stop)).Single();

    /// <summary>Forgets words that no row has any more.</summary>
    public static Task ForgetUnusedWords(GildeDb db, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(db.IsPostgres
        ? "DELETE FROM search_words_fts w WHERE NOT EXISTS (SELECT 1 FROM search_rows_fts r WHERE r.vector @@ ('''' || w.word || '''')::tsquery)"
        : "DELETE FROM search_words_fts WHERE NOT EXISTS (SELECT 1 FROM search_terms_fts t WHERE t.term = search_words_fts.word)", stop);

    private static async Task WriteSqlite(GildeDb db, IReadOnlyCollection<long> ids, IReadOnlyList<ProfileText> texts, CancellationToken stop)
    {
        foreach (var id in ids) await db.Database.ExecuteSqlAsync($"DELETE FROM search_rows_fts WHERE rowid BETWEEN {id * 4} AND {id * 4 + 3}", stop);
        foreach (var (text, row) in Rows(texts))
        {
            string Join(WordField field) => string.Join(' ', text.WordsOf(row, field));
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO search_rows_fts (rowid, a, b, c, d) VALUES ({text.MemberId * 4 + (int)row}, {Join(WordField.A)}, {Join(WordField.B)}, {Join(WordField.C)}, {Join(WordField.D)})", stop);
        }
        var words = JsonSerializer.Serialize(AllWords(texts).SelectMany(IndexedWords.OfSqlite).Distinct());
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_words_fts (word) SELECT value FROM json_each({words}) WHERE true ON CONFLICT DO NOTHING", stop);
    }

    private static async Task WritePostgres(GildeDb db, IReadOnlyCollection<long> ids, IReadOnlyList<ProfileText> texts, CancellationToken stop)
    {
        var rows = Rows(texts).ToList();
        var members = rows.Select(r => r.Text.MemberId).ToArray();
        var audiences = rows.Select(r => (int)r.Row).ToArray();
        var vectors = rows.Select(r => Vector(r.Text, r.Row)).ToArray();
        var words = AllWords(texts).Distinct().ToArray();
        await db.Database.ExecuteSqlAsync($"DELETE FROM search_rows_fts WHERE member_id = ANY ({ids.ToArray()})", stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_rows_fts (member_id, audience, vector) SELECT m, a, v::tsvector FROM unnest({members}, {audiences}, {vectors}) AS u (m, a, v)", stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO search_words_fts (word) SELECT w FROM unnest({words}) AS u (w) ON CONFLICT DO NOTHING", stop);
    }

    private static IEnumerable<(ProfileText Text, Audience Row)> Rows(IReadOnlyList<ProfileText> texts) => texts.SelectMany(text => text.Rows.Select(row => (text, row)));

    private static IEnumerable<string> AllWords(IReadOnlyList<ProfileText> texts) =>
        Rows(texts).SelectMany(r => Enum.GetValues<WordField>().SelectMany(f => r.Text.WordsOf(r.Row, f)));

    /// <summary>A tsvector as text: each word once, its fields as weights. Words are letters and digits, so nothing needs escaping.</summary>
    private static string Vector(ProfileText text, Audience row) => string.Join(' ',
        Enum.GetValues<WordField>().SelectMany(field => text.WordsOf(row, field).Select(word => (word, field)))
            .GroupBy(w => w.word, w => w.field)
            .Select(g => $"'{g.Key}':{string.Join(',', g.Select(field => $"{(int)field + 1}{field}"))}"));
}
