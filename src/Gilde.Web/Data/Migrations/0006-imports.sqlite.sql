CREATE TABLE "match_secrets" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_match_secrets_id" PRIMARY KEY,
    "secret" BLOB NOT NULL
);

CREATE TABLE "address_book_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_address_book_entries_id" PRIMARY KEY AUTOINCREMENT,
    "owner_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "firm" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "emails" TEXT NOT NULL,
    "phones" TEXT NOT NULL,
    "web" TEXT NOT NULL,
    "birthday" TEXT NULL,
    "since" TEXT NULL,
    "sent" INTEGER NOT NULL,
    "received" INTEGER NOT NULL,
    "last_wrote" TEXT NULL,
    "note" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "invited_at" INTEGER NULL,
    CONSTRAINT "fk_address_book_entries_owner_id" FOREIGN KEY ("owner_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "staged_imports" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_staged_imports_member_id" PRIMARY KEY,
    "file_name" TEXT NOT NULL,
    "read_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "packed" BLOB NOT NULL,
    "left_out" BLOB NOT NULL,
    CONSTRAINT "fk_staged_imports_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "suggestion_dismissals" (
    "member_id" INTEGER NOT NULL,
    "other_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_suggestion_dismissals_member_id_other_id" PRIMARY KEY ("member_id", "other_id"),
    CONSTRAINT "fk_suggestion_dismissals_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_suggestion_dismissals_other_id" FOREIGN KEY ("other_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "address_book_keys" (
    "entry_id" INTEGER NOT NULL,
    "hash" BLOB NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    CONSTRAINT "pk_address_book_keys_entry_id_hash" PRIMARY KEY ("entry_id", "hash"),
    CONSTRAINT "fk_address_book_keys_entry_id" FOREIGN KEY ("entry_id") REFERENCES "address_book_entries" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_address_book_entries_owner_id_sort_name_id" ON "address_book_entries" ("owner_id", "sort_name", "id");

CREATE INDEX "ix_address_book_keys_hash_owner_id" ON "address_book_keys" ("hash", "owner_id");

CREATE INDEX "ix_address_book_keys_owner_id" ON "address_book_keys" ("owner_id");

CREATE INDEX "ix_staged_imports_expires_at" ON "staged_imports" ("expires_at");

CREATE INDEX "ix_suggestion_dismissals_other_id" ON "suggestion_dismissals" ("other_id");
