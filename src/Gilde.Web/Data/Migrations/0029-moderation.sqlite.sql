-- Moderation of talk: reports of one thing are one case, decided with reasons, against which one may appeal. Reports of messages move over.
ALTER TABLE suspensions ADD COLUMN until INTEGER NULL;

CREATE TEMP TABLE old_reports AS SELECT * FROM reports;
CREATE TEMP TABLE old_decisions AS SELECT * FROM report_decisions;
DROP TABLE report_decisions;
DROP TABLE reports;

CREATE TABLE "cases" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_cases_id" PRIMARY KEY AUTOINCREMENT,
    "kind" INTEGER NOT NULL,
    "object_id" INTEGER NOT NULL,
    "author_id" INTEGER NULL,
    "opened_at" INTEGER NOT NULL,
    "reports" INTEGER NOT NULL,
    "decision_id" INTEGER NULL,
    CONSTRAINT "fk_cases_author_id" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_cases_author_id" ON "cases" ("author_id");
CREATE INDEX "ix_cases_decision_id" ON "cases" ("decision_id");
CREATE UNIQUE INDEX "ix_cases_kind_object_id" ON "cases" ("kind", "object_id") WHERE decision_id IS NULL;
CREATE INDEX "ix_cases_object_id_kind" ON "cases" ("object_id", "kind");
CREATE INDEX "ix_cases_opened_at" ON "cases" ("opened_at");

CREATE TABLE "reports" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_reports_id" PRIMARY KEY AUTOINCREMENT,
    "case_id" INTEGER NOT NULL,
    "reporter_id" INTEGER NULL,
    "is_from_outside" INTEGER NOT NULL,
    "reporter_name" TEXT NOT NULL,
    "reporter_email" TEXT NOT NULL,
    "reporter_language" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "reason" INTEGER NOT NULL,
    "explanation" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_reports_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_reports_reporter_id" FOREIGN KEY ("reporter_id") REFERENCES "members" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_reports_at" ON "reports" ("at");
CREATE UNIQUE INDEX "ix_reports_case_id_reporter_id" ON "reports" ("case_id", "reporter_id");
CREATE INDEX "ix_reports_reporter_id" ON "reports" ("reporter_id");

CREATE TABLE "report_pictures" (
    "report_id" INTEGER NOT NULL,
    "picture_id" INTEGER NOT NULL,
    CONSTRAINT "pk_report_pictures_report_id_picture_id" PRIMARY KEY ("report_id", "picture_id"),
    CONSTRAINT "fk_report_pictures_picture_id" FOREIGN KEY ("picture_id") REFERENCES "pictures" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_report_pictures_report_id" FOREIGN KEY ("report_id") REFERENCES "reports" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_report_pictures_picture_id" ON "report_pictures" ("picture_id");

CREATE TABLE "decisions" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_decisions_id" PRIMARY KEY AUTOINCREMENT,
    "case_id" INTEGER NOT NULL,
    "by_id" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "outcome" INTEGER NOT NULL,
    "ground" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "until" INTEGER NULL,
    "kept" TEXT NOT NULL,
    CONSTRAINT "fk_decisions_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_decisions_at" ON "decisions" ("at");
CREATE INDEX "ix_decisions_case_id" ON "decisions" ("case_id");

CREATE TABLE "decision_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_decision_links_id" PRIMARY KEY AUTOINCREMENT,
    "decision_id" INTEGER NOT NULL,
    "report_id" INTEGER NULL,
    "token_hash" BLOB NOT NULL,
    "expires_at" INTEGER NOT NULL,
    CONSTRAINT "fk_decision_links_decision_id" FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_decision_links_report_id" FOREIGN KEY ("report_id") REFERENCES "reports" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_decision_links_decision_id" ON "decision_links" ("decision_id");
CREATE INDEX "ix_decision_links_report_id" ON "decision_links" ("report_id");
CREATE UNIQUE INDEX "ix_decision_links_token_hash" ON "decision_links" ("token_hash");

CREATE TABLE "appeals" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_appeals_id" PRIMARY KEY AUTOINCREMENT,
    "decision_id" INTEGER NOT NULL,
    "report_id" INTEGER NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_appeals_decision_id" FOREIGN KEY ("decision_id") REFERENCES "decisions" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_appeals_report_id" FOREIGN KEY ("report_id") REFERENCES "reports" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_appeals_at" ON "appeals" ("at");
CREATE UNIQUE INDEX "ix_appeals_decision_id" ON "appeals" ("decision_id") WHERE report_id IS NULL;
CREATE UNIQUE INDEX "ix_appeals_report_id_decision_id" ON "appeals" ("report_id", "decision_id");

CREATE TABLE "appeal_answers" (
    "appeal_id" INTEGER NOT NULL CONSTRAINT "pk_appeal_answers_appeal_id" PRIMARY KEY,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "outcome" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    CONSTRAINT "fk_appeal_answers_appeal_id" FOREIGN KEY ("appeal_id") REFERENCES "appeals" ("id") ON DELETE CASCADE
);

-- What was open about a message is one case; each that was decided had its own decision.
INSERT INTO cases (id, kind, object_id, author_id, opened_at, reports, decision_id)
SELECT min(r.id), 0, r.message_id, min(r.author_id), min(r.at), count(*), NULL FROM old_reports r WHERE r.id NOT IN (SELECT report_id FROM old_decisions) GROUP BY r.message_id;
INSERT INTO cases (id, kind, object_id, author_id, opened_at, reports, decision_id)
SELECT r.id, 0, r.message_id, r.author_id, r.at, 1, r.id FROM old_reports r WHERE r.id IN (SELECT report_id FROM old_decisions);
INSERT INTO reports (id, case_id, reporter_id, is_from_outside, reporter_name, reporter_email, reporter_language, text, reason, explanation, at)
SELECT r.id, CASE WHEN r.id IN (SELECT report_id FROM old_decisions) THEN r.id ELSE (SELECT c.id FROM cases c WHERE c.object_id = r.message_id AND c.decision_id IS NULL) END,
    r.reporter_id, 0, '', '', 0, r.text, r.reason, r.explanation, r.at FROM old_reports r;
INSERT INTO report_pictures (report_id, picture_id) SELECT r.id, r.picture_id FROM old_reports r WHERE r.picture_id IN (SELECT id FROM pictures);
INSERT INTO decisions (id, case_id, by_id, at, outcome, ground, reference, facts, until, kept)
SELECT d.report_id, d.report_id, d.by_id, d.at, d.outcome, 1, '', d.statement, NULL, '' FROM old_decisions d;
DROP TABLE old_decisions;
DROP TABLE old_reports;
