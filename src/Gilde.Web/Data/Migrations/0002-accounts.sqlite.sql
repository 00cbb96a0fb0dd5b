ALTER TABLE mail_links ADD COLUMN invitation_id INTEGER NULL;
ALTER TABLE mail_links ADD COLUMN browser_hash BLOB NULL;
ALTER TABLE mail_links ADD COLUMN used_by_id INTEGER NULL;

CREATE TABLE "door_counters" (
    "key" TEXT NOT NULL CONSTRAINT "pk_door_counters_key" PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    "open_at" INTEGER NOT NULL
);

CREATE TABLE "erasures" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_erasures_member_id" PRIMARY KEY,
    "at" INTEGER NOT NULL
);

CREATE TABLE "erasure_requests" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_erasure_requests_member_id" PRIMARY KEY,
    "asked_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "active_since" INTEGER NOT NULL,
    CONSTRAINT "fk_erasure_requests_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "suspensions" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_suspensions_member_id" PRIMARY KEY,
    "by_id" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "fk_suspensions_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "exports" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_exports_id" PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "ready_at" INTEGER NULL,
    "expires_at" INTEGER NULL,
    "file" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    CONSTRAINT "fk_exports_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "recovery_codes" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_recovery_codes_id" PRIMARY KEY AUTOINCREMENT,
    "account_id" INTEGER NOT NULL,
    "code_hash" BLOB NOT NULL,
    "used_at" INTEGER NULL,
    CONSTRAINT "fk_recovery_codes_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "second_factors" (
    "account_id" INTEGER NOT NULL CONSTRAINT "pk_second_factors_account_id" PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "since" INTEGER NULL,
    "last_step" INTEGER NOT NULL,
    CONSTRAINT "fk_second_factors_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_door_counters_last_at" ON "door_counters" ("last_at");

CREATE INDEX "ix_erasure_requests_due_at" ON "erasure_requests" ("due_at");

CREATE INDEX "ix_exports_account_id" ON "exports" ("account_id");

CREATE UNIQUE INDEX "ix_recovery_codes_account_id_code_hash" ON "recovery_codes" ("account_id", "code_hash");
