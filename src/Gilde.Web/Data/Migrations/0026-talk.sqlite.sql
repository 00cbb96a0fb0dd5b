-- Talk: groups, posts with all that hangs on them, follows and mutes.
ALTER TABLE "members" ADD COLUMN "feed_order" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "groups" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_groups_id" PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "welcome" TEXT NOT NULL,
    "public_since" INTEGER NULL,
    "picture_id" INTEGER NULL,
    "created_by_id" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "archived_at" INTEGER NULL,
    "rules_version" INTEGER NOT NULL,
    "slow_seconds" INTEGER NOT NULL,
    "moderated_since" INTEGER NULL,
    "members" INTEGER NOT NULL,
    "active_at" INTEGER NOT NULL
);
CREATE INDEX "ix_groups_active_at_id" ON "groups" ("active_at", "id");
CREATE UNIQUE INDEX "ix_groups_slug" ON "groups" ("slug");

CREATE TABLE "group_members" (
    "group_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "role" INTEGER NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "posted_at" INTEGER NULL,
    "muted_at" INTEGER NULL,
    CONSTRAINT "pk_group_members_group_id_member_id" PRIMARY KEY ("group_id", "member_id"),
    CONSTRAINT "fk_group_members_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_members_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_group_members_member_id" ON "group_members" ("member_id");

CREATE TABLE "posts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_posts_id" PRIMARY KEY AUTOINCREMENT,
    "author_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "audience" INTEGER NOT NULL,
    "group_id" INTEGER NULL,
    "shared_id" INTEGER NULL,
    "content_note" TEXT NOT NULL,
    "replies" INTEGER NOT NULL,
    "cover_id" INTEGER NULL,
    "published_at" INTEGER NOT NULL,
    "edited_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "pinned_at" INTEGER NULL,
    "locked_at" INTEGER NULL,
    "held_at" INTEGER NULL,
    "hidden_at" INTEGER NULL,
    "removed_at" INTEGER NULL,
    "removed_by_id" INTEGER NULL,
    "comments" INTEGER NOT NULL,
    "likes" INTEGER NOT NULL,
    "helpful" INTEGER NOT NULL,
    "congratulations" INTEGER NOT NULL,
    "condolences" INTEGER NOT NULL,
    "shares" INTEGER NOT NULL,
    CONSTRAINT "fk_posts_author_id" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_posts_cover_id" FOREIGN KEY ("cover_id") REFERENCES "pictures" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk_posts_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_posts_shared_id" FOREIGN KEY ("shared_id") REFERENCES "posts" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_posts_author_id_published_at" ON "posts" ("author_id", "published_at");
CREATE INDEX "ix_posts_cover_id" ON "posts" ("cover_id") WHERE cover_id IS NOT NULL;
CREATE INDEX "ix_posts_group_id_published_at" ON "posts" ("group_id", "published_at") WHERE group_id IS NOT NULL;
CREATE INDEX "ix_posts_held_at" ON "posts" ("held_at") WHERE held_at IS NOT NULL;
CREATE INDEX "ix_posts_published_at" ON "posts" ("published_at");
CREATE INDEX "ix_posts_shared_id" ON "posts" ("shared_id") WHERE shared_id IS NOT NULL;

CREATE TABLE "post_revisions" (
    "post_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "content_note" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_post_revisions_post_id_version" PRIMARY KEY ("post_id", "version"),
    CONSTRAINT "fk_post_revisions_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);

CREATE TABLE "post_pictures" (
    "post_id" INTEGER NOT NULL,
    "picture_id" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    CONSTRAINT "pk_post_pictures_post_id_picture_id" PRIMARY KEY ("post_id", "picture_id"),
    CONSTRAINT "fk_post_pictures_picture_id" FOREIGN KEY ("picture_id") REFERENCES "pictures" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_post_pictures_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_post_pictures_picture_id" ON "post_pictures" ("picture_id");

CREATE TABLE "link_previews" (
    "post_id" INTEGER NOT NULL CONSTRAINT "pk_link_previews_post_id" PRIMARY KEY,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "fetched_at" INTEGER NOT NULL,
    CONSTRAINT "fk_link_previews_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);

CREATE TABLE "tags" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_tags_id" PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL
);
CREATE UNIQUE INDEX "ix_tags_key" ON "tags" ("key");

CREATE TABLE "post_tags" (
    "tag_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "published_at" INTEGER NOT NULL,
    CONSTRAINT "pk_post_tags_post_id_tag_id" PRIMARY KEY ("post_id", "tag_id"),
    CONSTRAINT "fk_post_tags_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_post_tags_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_post_tags_tag_id_published_at" ON "post_tags" ("tag_id", "published_at");

CREATE TABLE "reactions" (
    "post_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_reactions_post_id_member_id" PRIMARY KEY ("post_id", "member_id"),
    CONSTRAINT "fk_reactions_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_reactions_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_reactions_member_id_at" ON "reactions" ("member_id", "at");

CREATE TABLE "bookmarks" (
    "member_id" INTEGER NOT NULL,
    "post_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_bookmarks_member_id_post_id" PRIMARY KEY ("member_id", "post_id"),
    CONSTRAINT "fk_bookmarks_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_bookmarks_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_bookmarks_member_id_at" ON "bookmarks" ("member_id", "at");
CREATE INDEX "ix_bookmarks_post_id" ON "bookmarks" ("post_id");

CREATE TABLE "comments" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_comments_id" PRIMARY KEY AUTOINCREMENT,
    "post_id" INTEGER NOT NULL,
    "parent_id" INTEGER NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "edited_at" INTEGER NULL,
    "hidden_at" INTEGER NULL,
    "removed_at" INTEGER NULL,
    "removed_by_id" INTEGER NULL,
    "likes" INTEGER NOT NULL,
    "helpful" INTEGER NOT NULL,
    "congratulations" INTEGER NOT NULL,
    "condolences" INTEGER NOT NULL,
    CONSTRAINT "fk_comments_author_id" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_comments_parent_id" FOREIGN KEY ("parent_id") REFERENCES "comments" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_comments_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_comments_author_id" ON "comments" ("author_id");
CREATE INDEX "ix_comments_parent_id" ON "comments" ("parent_id") WHERE parent_id IS NOT NULL;
CREATE INDEX "ix_comments_post_id_parent_id_id" ON "comments" ("post_id", "parent_id", "id");

CREATE TABLE "comment_revisions" (
    "comment_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "pk_comment_revisions_comment_id_at" PRIMARY KEY ("comment_id", "at"),
    CONSTRAINT "fk_comment_revisions_comment_id" FOREIGN KEY ("comment_id") REFERENCES "comments" ("id") ON DELETE CASCADE
);

CREATE TABLE "comment_reactions" (
    "comment_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_comment_reactions_comment_id_member_id" PRIMARY KEY ("comment_id", "member_id"),
    CONSTRAINT "fk_comment_reactions_comment_id" FOREIGN KEY ("comment_id") REFERENCES "comments" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_comment_reactions_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_comment_reactions_member_id" ON "comment_reactions" ("member_id");

CREATE TABLE "polls" (
    "post_id" INTEGER NOT NULL CONSTRAINT "pk_polls_post_id" PRIMARY KEY,
    "closes_at" INTEGER NOT NULL,
    "is_multiple" INTEGER NOT NULL,
    "voters" INTEGER NOT NULL,
    CONSTRAINT "fk_polls_post_id" FOREIGN KEY ("post_id") REFERENCES "posts" ("id") ON DELETE CASCADE
);

CREATE TABLE "poll_options" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_poll_options_id" PRIMARY KEY AUTOINCREMENT,
    "post_id" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    CONSTRAINT "fk_poll_options_post_id" FOREIGN KEY ("post_id") REFERENCES "polls" ("post_id") ON DELETE CASCADE
);
CREATE INDEX "ix_poll_options_post_id_rank" ON "poll_options" ("post_id", "rank");

CREATE TABLE "poll_votes" (
    "post_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "option_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_poll_votes_post_id_member_id_option_id" PRIMARY KEY ("post_id", "member_id", "option_id"),
    CONSTRAINT "fk_poll_votes_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_poll_votes_option_id" FOREIGN KEY ("option_id") REFERENCES "poll_options" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_poll_votes_post_id" FOREIGN KEY ("post_id") REFERENCES "polls" ("post_id") ON DELETE CASCADE
);
CREATE INDEX "ix_poll_votes_member_id" ON "poll_votes" ("member_id");
CREATE INDEX "ix_poll_votes_option_id" ON "poll_votes" ("option_id");

CREATE TABLE "post_drafts" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_post_drafts_id" PRIMARY KEY AUTOINCREMENT,
    "author_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "audience" INTEGER NOT NULL,
    "group_id" INTEGER NULL,
    "content_note" TEXT NOT NULL,
    "replies" INTEGER NOT NULL,
    "cover_id" INTEGER NULL,
    "poll" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "refusal" TEXT NOT NULL,
    CONSTRAINT "fk_post_drafts_author_id" FOREIGN KEY ("author_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_post_drafts_cover_id" FOREIGN KEY ("cover_id") REFERENCES "pictures" ("id") ON DELETE SET NULL,
    CONSTRAINT "fk_post_drafts_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE SET NULL
);
CREATE INDEX "ix_post_drafts_author_id" ON "post_drafts" ("author_id");
CREATE INDEX "ix_post_drafts_cover_id" ON "post_drafts" ("cover_id");
CREATE INDEX "ix_post_drafts_group_id" ON "post_drafts" ("group_id");

CREATE TABLE "draft_pictures" (
    "draft_id" INTEGER NOT NULL,
    "picture_id" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    CONSTRAINT "pk_draft_pictures_draft_id_picture_id" PRIMARY KEY ("draft_id", "picture_id"),
    CONSTRAINT "fk_draft_pictures_draft_id" FOREIGN KEY ("draft_id") REFERENCES "post_drafts" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_draft_pictures_picture_id" FOREIGN KEY ("picture_id") REFERENCES "pictures" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_draft_pictures_picture_id" ON "draft_pictures" ("picture_id");

CREATE TABLE "member_follows" (
    "follower_id" INTEGER NOT NULL,
    "followed_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_member_follows_follower_id_followed_id" PRIMARY KEY ("follower_id", "followed_id"),
    CONSTRAINT "fk_member_follows_followed_id" FOREIGN KEY ("followed_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_member_follows_follower_id" FOREIGN KEY ("follower_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_member_follows_followed_id" ON "member_follows" ("followed_id");

CREATE TABLE "tag_follows" (
    "member_id" INTEGER NOT NULL,
    "tag_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_tag_follows_member_id_tag_id" PRIMARY KEY ("member_id", "tag_id"),
    CONSTRAINT "fk_tag_follows_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_tag_follows_tag_id" FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_tag_follows_tag_id" ON "tag_follows" ("tag_id");

CREATE TABLE "group_follows" (
    "member_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_group_follows_member_id_group_id" PRIMARY KEY ("member_id", "group_id"),
    CONSTRAINT "fk_group_follows_group_id" FOREIGN KEY ("group_id") REFERENCES "groups" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_group_follows_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_group_follows_group_id" ON "group_follows" ("group_id");

CREATE TABLE "mutes" (
    "member_id" INTEGER NOT NULL,
    "muted_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_mutes_member_id_muted_id" PRIMARY KEY ("member_id", "muted_id"),
    CONSTRAINT "fk_mutes_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_mutes_muted_id" FOREIGN KEY ("muted_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_mutes_muted_id" ON "mutes" ("muted_id");
