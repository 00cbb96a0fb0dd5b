-- Notifications: what members are told, what they want to be told and when; the mails that some did not want become their choices.

CREATE TABLE "notifications" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_notifications_id" PRIMARY KEY AUTOINCREMENT,
    "member_id" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "post_id" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "on_page" INTEGER NOT NULL,
    "read_at" INTEGER NULL,
    "mail_due_at" INTEGER NULL,
    "mailed_at" INTEGER NULL,
    CONSTRAINT "fk_notifications_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_notifications_at" ON "notifications" ("at");
CREATE INDEX "ix_notifications_member_id_at_id" ON "notifications" ("member_id", "at", "id");
CREATE UNIQUE INDEX "ix_notifications_member_id_kind_subject_id" ON "notifications" ("member_id", "kind", "subject_id") WHERE read_at IS NULL;

CREATE TABLE "notification_actors" (
    "notification_id" INTEGER NOT NULL,
    "actor_id" INTEGER NOT NULL,
    "event_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "comment_id" INTEGER NULL,
    "post_id" INTEGER NULL,
    CONSTRAINT "pk_notification_actors_notification_id_actor_id" PRIMARY KEY ("notification_id", "actor_id"),
    CONSTRAINT "fk_notification_actors_actor_id" FOREIGN KEY ("actor_id") REFERENCES "members" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_notification_actors_notification_id" FOREIGN KEY ("notification_id") REFERENCES "notifications" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_notification_actors_actor_id" ON "notification_actors" ("actor_id");
CREATE INDEX "ix_notification_actors_notification_id_event_id" ON "notification_actors" ("notification_id", "event_id");

CREATE TABLE "notification_choices" (
    "member_id" INTEGER NOT NULL,
    "topic" INTEGER NOT NULL,
    "on_page" INTEGER NOT NULL,
    "mail" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_notification_choices_member_id_topic" PRIMARY KEY ("member_id", "topic"),
    CONSTRAINT "fk_notification_choices_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "notification_times" (
    "member_id" INTEGER NOT NULL CONSTRAINT "pk_notification_times_member_id" PRIMARY KEY,
    "digest_hour" INTEGER NOT NULL,
    "digest_weekday" INTEGER NOT NULL,
    "quiet_from" INTEGER NULL,
    "quiet_until" INTEGER NULL,
    "uncounted_since" INTEGER NULL,
    CONSTRAINT "fk_notification_times_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);

CREATE TABLE "digest_turns" (
    "member_id" INTEGER NOT NULL,
    "period" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    CONSTRAINT "pk_digest_turns_member_id_period" PRIMARY KEY ("member_id", "period"),
    CONSTRAINT "fk_digest_turns_member_id" FOREIGN KEY ("member_id") REFERENCES "members" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_digest_turns_due_at" ON "digest_turns" ("due_at");

-- The kinds had the numbers that their topics have now; 3 is never.
INSERT INTO "notification_choices" ("member_id", "topic", "on_page", "mail", "at") SELECT "member_id", "kind", CASE "kind" WHEN 0 THEN 0 ELSE 1 END, 3, "at" FROM "notice_opt_outs";
DROP TABLE "notice_opt_outs";

-- One reader does what two did: it goes on where the first had come to.
INSERT INTO "event_positions" ("reader", "transaction", "event_id") SELECT 'notifications', "transaction", "event_id" FROM "event_positions" WHERE "reader" = 'contact-mail';
DELETE FROM "event_positions" WHERE "reader" IN ('contact-mail', 'introduction-mail');
