-- Groups: tags, rules, ways in, and who is kept out.
ALTER TABLE "groups" ADD COLUMN "words" TEXT NOT NULL DEFAULT '';
ALTER TABLE "group_members" ADD COLUMN "welcomed_at" INTEGER NULL;

CREATE TABLE "group_rulesets" (
    "group_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by_id" INTEGER NULL,
    CONSTRAINT "pk_group_rulesets_group_id_version" PRIMARY KEY ("group_id", "version"),
    CONSTRAINT "fk_group_rulesets_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_tags" (
    "group_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    CONSTRAINT "pk_group_tags_group_id_key" PRIMARY KEY ("group_id", "key"),
    CONSTRAINT "fk_group_tags_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_bans" (
    "group_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "pk_group_bans_group_id_member_id" PRIMARY KEY ("group_id", "member_id"),
    CONSTRAINT "fk_group_bans_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_bans_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_invitations" (
    "group_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "by_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "declined_at" INTEGER NULL,
    CONSTRAINT "pk_group_invitations_group_id_member_id" PRIMARY KEY ("group_id", "member_id"),
    CONSTRAINT "fk_group_invitations_by_id" FOREIGN KEY ("by_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_invitations_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_invitations_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "group_requests" (
    "group_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "withdrawn_at" INTEGER NULL,
    "declined_at" INTEGER NULL,
    "declined_by_id" INTEGER NULL,
    CONSTRAINT "pk_group_requests_group_id_member_id" PRIMARY KEY ("group_id", "member_id"),
    CONSTRAINT "fk_group_requests_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_requests_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_group_bans_member_id" ON "group_bans" ("member_id");
CREATE INDEX "ix_group_invitations_by_id_at" ON "group_invitations" ("by_id", "at");
CREATE INDEX "ix_group_invitations_member_id" ON "group_invitations" ("member_id");
CREATE INDEX "ix_group_members_group_id_role_member_id" ON "group_members" ("group_id", "role", "member_id");
CREATE INDEX "ix_group_requests_member_id" ON "group_requests" ("member_id");
CREATE INDEX "ix_group_tags_key" ON "group_tags" ("key");
CREATE INDEX "ix_groups_created_by_id" ON "groups" ("created_by_id");
CREATE INDEX "ix_groups_picture_id" ON "groups" ("picture_id") WHERE picture_id IS NOT NULL;
