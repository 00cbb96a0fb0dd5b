-- Every word in use, as on PostgreSQL, by its groups of three letters: to go through the index itself for it takes the longer, the more rows there are.
DROP TABLE search_words_fts;

CREATE VIRTUAL TABLE search_terms_fts USING fts5vocab ('search_rows_fts', 'row');

CREATE TABLE search_words_fts (
    id INTEGER NOT NULL PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);

CREATE VIRTUAL TABLE search_parts_fts USING fts5 (word, content = 'search_words_fts', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');

CREATE TRIGGER search_words_fts_come AFTER INSERT ON search_words_fts BEGIN
    INSERT INTO search_parts_fts (rowid, word) VALUES (new.id, new.word);
END;

CREATE TRIGGER search_words_fts_go AFTER DELETE ON search_words_fts BEGIN
    INSERT INTO search_parts_fts (search_parts_fts, rowid, word) VALUES ('delete', old.id, old.word);
END;

INSERT INTO search_words_fts (word) SELECT term FROM search_terms_fts;
