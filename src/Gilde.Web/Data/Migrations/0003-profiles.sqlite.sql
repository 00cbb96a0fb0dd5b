ALTER TABLE "members" ADD COLUMN "closed_at" INTEGER NULL;
ALTER TABLE "members" ADD COLUMN "listed_at" INTEGER NULL;
ALTER TABLE "positions" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "educations" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "spoken_languages" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "credentials" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "websites" ADD COLUMN "rank" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "former_handles" (
    "handle" TEXT NOT NULL CONSTRAINT "pk_former_handles_handle" PRIMARY KEY,
    "member_id" INTEGER NOT NULL,
    "left_at" INTEGER NOT NULL,
    CONSTRAINT "fk_former_handles_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "removed_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_removed_entries_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "section" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_removed_entries_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "dismissed_hints" (
    "member_id" INTEGER NOT NULL,
    "hint" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_dismissed_hints_member_id_hint" PRIMARY KEY ("member_id", "hint"),
    CONSTRAINT "fk_dismissed_hints_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "pictures" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_pictures_id" PRIMARY KEY AUTOINCREMENT,
    "owner_id" INTEGER NOT NULL,
    "purpose" INTEGER NOT NULL,
    "context_id" INTEGER NULL,
    "folder" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "alternative" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "fk_pictures_owner_id" FOREIGN KEY ("owner_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_former_handles_member_id" ON "former_handles" ("member_id");
CREATE UNIQUE INDEX "ix_pictures_folder" ON "pictures" ("folder");
CREATE INDEX "ix_pictures_owner_id" ON "pictures" ("owner_id");
CREATE INDEX "ix_pictures_purpose_context_id" ON "pictures" ("purpose", "context_id");
CREATE INDEX "ix_removed_entries_member_id" ON "removed_entries" ("member_id");
