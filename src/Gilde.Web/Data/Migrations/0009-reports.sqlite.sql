CREATE TABLE "reports" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_reports_id" PRIMARY KEY AUTOINCREMENT,
    "reporter_id" INTEGER NULL,
    "author_id" INTEGER NOT NULL,
    "message_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "picture_id" INTEGER NULL,
    "reason" INTEGER NOT NULL,
    "explanation" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_reports_author_id" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_reports_message_id" FOREIGN KEY ("message_id") REFERENCES "messages" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_reports_reporter_id" FOREIGN KEY ("reporter_id") REFERENCES "members" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_reports_author_id" ON "reports" ("author_id");
CREATE UNIQUE INDEX "ix_reports_message_id_reporter_id" ON "reports" ("message_id", "reporter_id");
CREATE INDEX "ix_reports_reporter_id" ON "reports" ("reporter_id");

CREATE TABLE "report_decisions" (
    "report_id" INTEGER NOT NULL CONSTRAINT "pk_report_decisions_report_id" PRIMARY KEY,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "outcome" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    CONSTRAINT "fk_report_decisions_report_id" FOREIGN KEY ("report_id") REFERENCES "reports" ("id") ON DELETE CASCADE
);
