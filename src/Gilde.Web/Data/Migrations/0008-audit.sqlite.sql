CREATE TABLE "audit_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_audit_entries_id" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "by_id" INTEGER NULL,
    "action" INTEGER NOT NULL,
    "member_id" INTEGER NULL,
    "note" TEXT NOT NULL
);

CREATE INDEX "ix_audit_entries_member_id" ON "audit_entries" ("member_id");
