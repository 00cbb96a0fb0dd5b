-- A note of a conversation names by id who passed an introduction on: names that stand in its text no erasure finds.
UPDATE "messages" SET "body" = '' WHERE "kind" = 5;
CREATE INDEX "ix_messages_subject_id" ON "messages" ("subject_id") WHERE subject_id IS NOT NULL;

-- What was said of somebody outside the network goes with a withdrawal.
UPDATE "introductions" SET "target_name" = '', "wish" = ''
WHERE "is_outside" = 1 AND EXISTS (SELECT 1 FROM "introduction_closures" c WHERE c."introduction_id" = "introductions"."id" AND c."kind" = 2);
