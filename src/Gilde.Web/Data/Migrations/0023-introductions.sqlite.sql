CREATE TABLE "introductions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_introductions_id" PRIMARY KEY AUTOINCREMENT,
    "requester_id" INTEGER NOT NULL,
    "target_id" INTEGER NULL,
    "is_outside" INTEGER NOT NULL,
    "target_name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "wish" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "holder_id" INTEGER NULL,
    "place" INTEGER NOT NULL,
    CONSTRAINT "fk_introductions_requester_id" FOREIGN KEY ("requester_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_introductions_target_id" FOREIGN KEY ("target_id") REFERENCES "members" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk_introductions_holder_id" FOREIGN KEY ("holder_id") REFERENCES "members" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_introductions_expires_at" ON "introductions" ("expires_at");
CREATE INDEX "ix_introductions_holder_id" ON "introductions" ("holder_id");
CREATE INDEX "ix_introductions_requester_id_asked_at" ON "introductions" ("requester_id", "asked_at");
CREATE INDEX "ix_introductions_target_id" ON "introductions" ("target_id");

CREATE TABLE "introduction_stops" (
    "introduction_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    CONSTRAINT "pk_introduction_stops_introduction_id_place" PRIMARY KEY ("introduction_id", "place"),
    CONSTRAINT "fk_introduction_stops_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_introduction_stops_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_introduction_stops_member_id" ON "introduction_stops" ("member_id");

CREATE TABLE "introduction_answers" (
    "introduction_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_introduction_answers_introduction_id_place" PRIMARY KEY ("introduction_id", "place"),
    CONSTRAINT "fk_introduction_answers_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_introduction_answers_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_introduction_answers_member_id_introduction_id" ON "introduction_answers" ("member_id", "introduction_id");

CREATE TABLE "introduction_closures" (
    "introduction_id" INTEGER NOT NULL CONSTRAINT "pk_introduction_closures_introduction_id" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_introduction_closures_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE
);

CREATE TABLE "introduction_thanks" (
    "introduction_id" INTEGER NOT NULL CONSTRAINT "pk_introduction_thanks_introduction_id" PRIMARY KEY,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_introduction_thanks_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE
);

CREATE TABLE "kept_introductions" (
    "low_id" INTEGER NOT NULL,
    "high_id" INTEGER NOT NULL,
    "introduction_id" INTEGER NOT NULL,
    "kept_at" INTEGER NOT NULL,
    CONSTRAINT "pk_kept_introductions_low_id_high_id_introduction_id" PRIMARY KEY ("low_id", "high_id", "introduction_id"),
    CONSTRAINT "fk_kept_introductions_high_id" FOREIGN KEY ("high_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_kept_introductions_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_kept_introductions_low_id" FOREIGN KEY ("low_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_kept_introductions_high_id" ON "kept_introductions" ("high_id");
CREATE INDEX "ix_kept_introductions_introduction_id" ON "kept_introductions" ("introduction_id");

CREATE TABLE "introduction_letters" (
    "introduction_id" INTEGER NOT NULL CONSTRAINT "pk_introduction_letters_introduction_id" PRIMARY KEY,
    "sender_id" INTEGER NOT NULL,
    "token_hash" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    CONSTRAINT "fk_introduction_letters_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_introduction_letters_sender_id" FOREIGN KEY ("sender_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_introduction_letters_sender_id_sent_at" ON "introduction_letters" ("sender_id", "sent_at");
CREATE UNIQUE INDEX "ix_introduction_letters_token_hash" ON "introduction_letters" ("token_hash");

CREATE TABLE "introduction_replies" (
    "introduction_id" INTEGER NOT NULL CONSTRAINT "pk_introduction_replies_introduction_id" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_introduction_replies_introduction_id" FOREIGN KEY ("introduction_id") REFERENCES "introductions" ("id") ON DELETE CASCADE
);

CREATE TABLE "introduction_choices" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_introduction_choices_member_id" PRIMARY KEY,
    "askers" INTEGER NOT NULL,
    "out_since" INTEGER NULL,
    "paused_until" INTEGER NULL,
    CONSTRAINT "fk_introduction_choices_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
