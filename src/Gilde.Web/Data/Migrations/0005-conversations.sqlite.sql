ALTER TABLE "messages" ADD COLUMN "kind" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "messages" ADD COLUMN "picture_text" TEXT NOT NULL DEFAULT '';
ALTER TABLE "messages" ADD COLUMN "subject_id" INTEGER NULL;
ALTER TABLE "messages" ADD COLUMN "held_at" INTEGER NULL;
ALTER TABLE "messages" ADD COLUMN "removed_at" INTEGER NULL;
ALTER TABLE "messages" ADD COLUMN "removed_by_id" INTEGER NULL;
CREATE INDEX "ix_messages_held_at" ON "messages" ("held_at") WHERE held_at IS NOT NULL;

-- last_message_id has no default, so that nobody forgets it: SQLite adds such a column only by building the table anew.
CREATE TABLE "new_participants" (
    "conversation_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "left_at" INTEGER NULL,
    "muted_at" INTEGER NULL,
    "put_away_at" INTEGER NULL,
    "since_id" INTEGER NOT NULL DEFAULT 0,
    "last_message_id" INTEGER NOT NULL,
    "last_read_id" INTEGER NOT NULL,
    "unread" INTEGER NOT NULL,
    CONSTRAINT "pk_participants_conversation_id_member_id" PRIMARY KEY ("conversation_id", "member_id"),
    CONSTRAINT "fk_participants_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_participants_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
INSERT INTO "new_participants" (conversation_id, member_id, joined_at, left_at, muted_at, since_id, last_message_id, last_read_id, unread)
SELECT p.conversation_id, p.member_id, p.joined_at, p.left_at, p.muted_at, 0, coalesce((SELECT max(m.id) FROM messages m WHERE m.conversation_id = p.conversation_id), 0), p.last_read_id, p.unread FROM "participants" p;
DROP TABLE "participants";
ALTER TABLE "new_participants" RENAME TO "participants";
CREATE INDEX "ix_participants_member_id_unread" ON "participants" ("member_id", "unread");
CREATE INDEX "ix_participants_member_id_last_message_id" ON "participants" ("member_id", "last_message_id");

CREATE TABLE "first_messages" (
    "message_id" INTEGER NOT NULL CONSTRAINT "pk_first_messages_message_id" PRIMARY KEY,
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    CONSTRAINT "fk_first_messages_from_id" FOREIGN KEY ("from_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_first_messages_message_id" FOREIGN KEY ("message_id") REFERENCES "messages" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_first_messages_to_id" FOREIGN KEY ("to_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_first_messages_from_id_sent_at" ON "first_messages" ("from_id", "sent_at");
CREATE UNIQUE INDEX "ix_first_messages_from_id_to_id" ON "first_messages" ("from_id", "to_id");
CREATE INDEX "ix_first_messages_to_id" ON "first_messages" ("to_id");

CREATE TABLE "held_decisions" (
    "message_id" INTEGER NOT NULL CONSTRAINT "pk_held_decisions_message_id" PRIMARY KEY,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    CONSTRAINT "fk_held_decisions_message_id" FOREIGN KEY ("message_id") REFERENCES "messages" ("id") ON DELETE CASCADE
);

CREATE TABLE "unread_notices" (
    "conversation_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "mailed_at" INTEGER NULL,
    CONSTRAINT "pk_unread_notices_conversation_id_member_id" PRIMARY KEY ("conversation_id", "member_id"),
    CONSTRAINT "fk_unread_notices_conversation_id_member_id" FOREIGN KEY ("conversation_id", "member_id") REFERENCES "participants" ("conversation_id", "member_id") ON DELETE CASCADE
);

CREATE TABLE "notice_opt_outs" (
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_notice_opt_outs_member_id_kind" PRIMARY KEY ("member_id", "kind"),
    CONSTRAINT "fk_notice_opt_outs_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

-- Words of the messages. The conversation is a word too, so that a search reads the viewer's conversations alone.
-- Folded as MessageWords.Fold does it; the tokenizer takes care of capitals and of the other marks on letters.
CREATE VIRTUAL TABLE messages_fts USING fts5(conversation, body, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='3');
CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages WHEN new.kind = 0 BEGIN
    INSERT INTO messages_fts (rowid, conversation, body) VALUES (new.id, 'c' || new.conversation_id,
        replace(replace(replace(replace(lower(new.body || ' ' || new.picture_text), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'));
END;
CREATE TRIGGER messages_fts_update AFTER UPDATE OF body, picture_text ON messages WHEN new.kind = 0 BEGIN
    DELETE FROM messages_fts WHERE rowid = old.id;
    INSERT INTO messages_fts (rowid, conversation, body) VALUES (new.id, 'c' || new.conversation_id,
        replace(replace(replace(replace(lower(new.body || ' ' || new.picture_text), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'));
END;
CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages WHEN old.kind = 0 BEGIN
    DELETE FROM messages_fts WHERE rowid = old.id;
END;
INSERT INTO messages_fts (rowid, conversation, body)
SELECT id, 'c' || conversation_id, replace(replace(replace(replace(lower(body || ' ' || picture_text), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') FROM messages;
