using System.Globalization;
using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>A member found by words: in which of their rows, and how well. Points grow with the field that the words stand in.</summary>
public sealed class SearchHit
{
    public long MemberId { get; init; }
    public int Audience { get; init; }
    public int Score { get; init; }
}

/// <summary>The one place that knows both full-text languages: FTS5's and tsquery's. Words are letters and digits, so they need no escaping.</summary>
internal sealed class FullText(GildeDb db)
{
    private const int ExactName = 12, Name = 10, Doing = 8, Place = 6, Rest = 3, Alike = 1;
    private readonly List<object> parameters = [];

    /// <summary>All rows that have every term, as SQL over <see cref="Parameters"/>.</summary>
    public string Rows(IReadOnlyList<SearchTerm> terms)
    {
        var score = string.Join(" + ", terms.Select(Score));
        var all = string.Join(db.IsPostgres ? " & " : " AND ", terms.Select(t => $"({Either(t, null, others: true)})"));
        return db.IsPostgres
            ? $"SELECT member_id AS \"MemberId\", audience AS \"Audience\", {score} AS \"Score\" FROM search_rows_fts WHERE {Matches(all)}"
            : $"SELECT row / 4 AS \"MemberId\", row % 4 AS \"Audience\", {score} AS \"Score\" FROM (SELECT rowid AS row FROM search_rows_fts WHERE search_rows_fts MATCH {Parameter(all)})";
    }

    /// <summary>The members in whose name every term begins a word; the name is for all members. Nobody where there is no term.</summary>
    public string Names(IReadOnlyList<SearchTerm> terms)
    {
        if (terms.Count == 0) return "SELECT 0 AS \"Value\" WHERE 1 = 0";
        var all = string.Join(db.IsPostgres ? " & " : " AND ", terms.Select(t => $"({Begins(t.Word, WordField.A)})"));
        return db.IsPostgres
            ? $"SELECT member_id AS \"Value\" FROM search_rows_fts WHERE {Matches(all)} AND audience = {(int)Audience.Members}"
            : $"SELECT rowid / 4 AS \"Value\" FROM search_rows_fts WHERE search_rows_fts MATCH {Parameter(all)} AND rowid % 4 = {(int)Audience.Members}";
    }

    public object[] Parameters => [.. parameters];

    /// <summary>The best field that has the term; what is only spelt alike counts least.</summary>
    private string Score(SearchTerm term) =>
        $"CASE WHEN {Matches(Exact(term.Word, WordField.A))} THEN {ExactName} WHEN {Matches(Either(term, WordField.A))} THEN {Name} WHEN {Matches(Either(term, WordField.B))} THEN {Doing} "
        + $"WHEN {Matches(Either(term, WordField.C))} THEN {Place} WHEN {Matches(Either(term, WordField.D))} THEN {Rest} ELSE {Alike} END";

    private string Matches(string query) => db.IsPostgres
        ? $"vector @@ {Parameter(query)}::tsquery"
        : $"row IN (SELECT rowid FROM search_rows_fts WHERE search_rows_fts MATCH {Parameter(query)})";

    private string Parameter(string value)
    {
        parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
    }

    private string Either(SearchTerm term, WordField? field, bool others = false)
    {
        string[] ways =
        [
            term.Beginning is null ? Exact(term.Word, field) : Begins(term.Beginning, field),
            .. term.StemBeginning is null ? Array.Empty<string>() : [Begins(term.StemBeginning, field)],
            .. term.StemAlone is null ? Array.Empty<string>() : [Exact(term.StemAlone, field)],
            .. others ? term.Others.Select(word => Exact(word, field)) : [],
        ];
        return string.Join(db.IsPostgres ? " | " : " OR ", ways);
    }

    private string Exact(string word, WordField? field) => db.IsPostgres ? $"'{word}'{Weight(":", field)}" : $"{Column(field)}\"{word}\"";

    private string Begins(string word, WordField? field) => db.IsPostgres ? $"'{word}':*{field}" : $"{Column(field)}\"{word}\" *";

    private static string Weight(string mark, WordField? field) => field is null ? "" : mark + field;

    private static string Column(WordField? field) => field is null ? "" : $"{field.ToString()!.ToLowerInvariant()} : ";
}
