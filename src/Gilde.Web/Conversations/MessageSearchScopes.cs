namespace Gilde.Web.Conversations;

internal static class MessageSearchScopes
{
    /// <summary>
    /// Messages that hold every one of the words (as the beginning of a word, on PostgreSQL in any form of it), out of those that the viewer may read.
    /// The index is asked for the viewer's conversations only, so that its size does not matter.
    /// </summary>
    public static IQueryable<Message> MessagesWith(this GildeDb db, Viewer viewer, IReadOnlyList<long> conversations, IReadOnlyList<string> words)
    {
        if (conversations.Count == 0 || words.Count == 0) return db.Messages.Where(m => false);
        if (db.IsPostgres)
        {
            var (ids, terms) = (conversations.ToArray(), words.ToArray());
            return db.Within(viewer, db.Messages.FromSql($"SELECT m.* FROM messages_fts f JOIN messages m ON m.id = f.message_id WHERE f.words @@ messages_fts_query({ids}, {terms})"));
        }
        var match = $"conversation : ({string.Join(" OR ", conversations.Select(c => $"c{c}"))}) AND body : ({string.Join(" AND ", words.Select(w => $"\"{MessageWords.Fold(w)}\" *"))})";
        return db.Within(viewer, db.Messages.FromSql($"SELECT m.* FROM messages_fts f JOIN messages m ON m.id = f.rowid WHERE f.messages_fts MATCH {match}"));
    }
}
