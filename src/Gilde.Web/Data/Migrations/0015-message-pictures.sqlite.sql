CREATE INDEX "ix_messages_picture_id" ON "messages" ("picture_id") WHERE picture_id IS NOT NULL;
CREATE INDEX "ix_reports_picture_id" ON "reports" ("picture_id") WHERE picture_id IS NOT NULL;
