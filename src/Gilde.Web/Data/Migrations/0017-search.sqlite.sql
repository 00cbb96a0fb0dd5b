CREATE TABLE "search_phrases" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_search_phrases_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "audience" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "fk_search_phrases_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_search_phrases_kind_key" ON "search_phrases" ("kind", "key");
CREATE INDEX "ix_search_phrases_member_id" ON "search_phrases" ("member_id");

-- Row id: member id * 4 + audience. The words come folded; nothing but their index is kept. a: name; b: what somebody does; c: place; d: the rest.
CREATE VIRTUAL TABLE search_rows_fts USING fts5 (a, b, c, d, content = '', contentless_delete = 1, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_words_fts USING fts5vocab ('search_rows_fts', 'row');

-- Who is erased is forgotten here too.
CREATE TRIGGER search_rows_forget AFTER DELETE ON members BEGIN
    DELETE FROM search_rows_fts WHERE rowid BETWEEN old.id * 4 AND old.id * 4 + 3;
END;
