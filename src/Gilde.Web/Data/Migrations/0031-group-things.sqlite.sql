-- Things in a group: files with their versions, links; posts that did not come through.

CREATE TABLE "group_files" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_group_files_id" PRIMARY KEY AUTOINCREMENT,
    "group_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    CONSTRAINT "fk_group_files_by_id" FOREIGN KEY ("by_id") REFERENCES "members" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk_group_files_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_links" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_group_links_id" PRIMARY KEY AUTOINCREMENT,
    "group_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_group_links_by_id" FOREIGN KEY ("by_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_links_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_file_versions" (
    "file_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    CONSTRAINT "pk_group_file_versions_file_id_version" PRIMARY KEY ("file_id", "version"),
    CONSTRAINT "fk_group_file_versions_by_id" FOREIGN KEY ("by_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_file_versions_file_id" FOREIGN KEY ("file_id") REFERENCES "group_files" ("id") ON DELETE CASCADE
);

CREATE TABLE "post_declines" (
    "post_id" INTEGER NOT NULL CONSTRAINT "pk_post_declines_post_id" PRIMARY KEY,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    CONSTRAINT "fk_post_declines_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_group_file_versions_by_id" ON "group_file_versions" ("by_id");
CREATE UNIQUE INDEX "ix_group_file_versions_path" ON "group_file_versions" ("path");
CREATE INDEX "ix_group_files_by_id" ON "group_files" ("by_id");
CREATE INDEX "ix_group_files_group_id_changed_at_id" ON "group_files" ("group_id", "changed_at", "id");
CREATE INDEX "ix_group_links_by_id" ON "group_links" ("by_id");
CREATE INDEX "ix_group_links_group_id_id" ON "group_links" ("group_id", "id");
