using System.Globalization;
using System.Text;
using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>A row of the index as a number: the same for the same words in the same fields, in any order.</summary>
internal readonly record struct WordSum(ulong Value)
{
    /// <param name="split">Gives the words as the index knows a word of the profile.</param>
    public static WordSum Of(ProfileText text, Audience row, Func<string, IEnumerable<string>> split) => Enum.GetValues<WordField>()
        .SelectMany(field => text.WordsOf(row, field).SelectMany(split).Distinct().Select(word => new WordSum().With(word, field)))
        .Aggregate(new WordSum(), (all, one) => new(all.Value + one.Value));

    public WordSum With(string word, WordField field)
    {
        // FNV-1a, spread at the end: a sum of it tells sets of words apart.
        var hash = 14695981039346656037UL ^ ((ulong)field + 1);
        foreach (var b in Encoding.UTF8.GetBytes(word)) hash = (hash ^ b) * 1099511628211UL;
        hash = (hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15UL;
        return new(Value + (hash ^ (hash >> 29)));
    }
}

/// <summary>What the full-text index holds, read back from it: the words themselves, where it keeps nothing else.</summary>
internal sealed class IndexedWords : IAsyncDisposable
{
    private readonly GildeDb db;
    private readonly Dictionary<(long, Audience), WordSum> all = [];

    private IndexedWords(GildeDb db) => this.db = db;

    public static async Task<IndexedWords> Open(GildeDb db, CancellationToken stop)
    {
        var index = new IndexedWords(db);
        if (db.IsPostgres) return index;
        // SQLite's index knows rows by words, not words by rows: it is gone through once.
        await db.Execute("CREATE VIRTUAL TABLE temp.search_instances USING fts5vocab('main', 'search_rows_fts', 'instance')", stop);
        await using var command = await db.Command("SELECT doc, term, col FROM temp.search_instances", stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        (long, string, string) before = default;
        while (await reader.ReadAsync(stop))
        {
            var (row, word, column) = (reader.GetInt64(0), reader.GetString(1), reader.GetString(2));
            if (before == (row, word, column)) continue;
            before = (row, word, column);
            var key = (row / 4, (Audience)(row % 4));
            index.all[key] = index.all.GetValueOrDefault(key).With(word, Enum.Parse<WordField>(column, ignoreCase: true));
        }
        return index;
    }

    public async Task<IReadOnlyDictionary<(long, Audience), WordSum>> Rows(IReadOnlyList<long> members, CancellationToken stop)
    {
        if (!db.IsPostgres)
        {
            var known = new Dictionary<(long, Audience), WordSum>();
            foreach (var text in await db.Texts(Between("SELECT id FROM search_rows_fts_docsize WHERE id BETWEEN {0} AND {1}", members[0] * 4, members[^1] * 4 + 3), stop))
            {
                var row = long.Parse(text, CultureInfo.InvariantCulture);
                var key = (row / 4, (Audience)(row % 4));
                known[key] = all.GetValueOrDefault(key);
            }
            return known;
        }
        var rows = new Dictionary<(long, Audience), WordSum>();
        await using var command = await db.Command(Between("""
            SELECT r.member_id, r.audience, w.lexeme, w.weights FROM search_rows_fts r LEFT JOIN LATERAL unnest(r.vector) w ON true WHERE r.member_id BETWEEN {0} AND {1}
            """, members[0], members[^1]), stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var key = (reader.GetInt64(0), (Audience)reader.GetInt32(1));
            var sum = rows.GetValueOrDefault(key);
            if (!reader.IsDBNull(2)) foreach (var weight in reader.GetFieldValue<string[]>(3).Distinct()) sum = sum.With(reader.GetString(2), Enum.Parse<WordField>(weight));
            rows[key] = sum;
        }
        return rows;
    }

    /// <summary>A word as the index knows it.</summary>
    public IEnumerable<string> Split(string word) => db.IsPostgres ? [word] : OfSqlite(word);

    /// <summary>FTS5 takes what is neither letter nor digit, such as a smiley, for the end of a word.</summary>
    public static IEnumerable<string> OfSqlite(string word) => word.All(char.IsLetterOrDigit)
        ? [word]
        : string.Concat(word.EnumerateRunes().Select(rune => Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ")).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Rows without a member; PostgreSQL itself allows none.</summary>
    public Task<List<string>> OfNobody(CancellationToken stop) => db.Texts(db.IsPostgres
        ? "SELECT 'member ' || member_id FROM search_rows_fts r WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.id = r.member_id)"
        : "SELECT 'row ' || d.id FROM search_rows_fts_docsize d WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.id = d.id / 4)", stop);

    public async ValueTask DisposeAsync()
    {
        if (!db.IsPostgres) await db.Execute("DROP TABLE temp.search_instances");
    }

    private static string Between(string sql, long from, long to) => string.Format(CultureInfo.InvariantCulture, sql, from, to);
}
